"""Evidence from where a span stands: among the answers of an exercise, in quotes or a list, as a source in brackets."""

from __future__ import annotations

from speechclean.core.pattern import Gate, Pattern
from speechclean.judgement.examples import is_example
from speechclean.judgement.listing import is_listed
from speechclean.judgement.mentioned import is_named, is_shown
from speechclean.judgement.reported import is_announced_in_line, is_in_shown_quotation
from speechclean.judgement.series import is_coded, is_member, is_of_talk
from speechclean.judgement.span import Evidence
from speechclean.judgement.subject import of_subject

EXERCISE = Pattern(r"(?:[A-DＡ-Ｄ] ?[.．、](?![A-Za-z])[^\n]{1,80}?){2}", first="ABCDＡＢＣＤ")
SOURCE = Pattern(r"[(（]https?://[!-~]{4,60}/[!-~]*[A-Za-z0-9_/][)）]")
ASKING = Pattern("请(?:携带|勿|自觉|妥善|出示|佩戴|保持|随手|穿)", heads="请携勿自妥出佩保随穿")
LOST = Pattern(
    "失主|失物招[领領]|招[领領][启啟]事|[寻尋]物[启啟]事|[寻尋]人[启啟]事", heads="失主物 招领領 寻物人 尋物人"
)
TELLING = Gate(EXERCISE, LOST)
REACH = 200
"""So far before and behind a span its line is looked at."""
LONGEST_ROW_LABEL = 6
LABELLED = Pattern(rf"[^\s:：，。]{{1,{LONGEST_ROW_LABEL}}}[:：][^\n：。]{{1,40}}(?:\n|$)")
"""A row of a list: a label, and a few words."""
NEAR_ITS_START = 8
"""So near behind the start of a row what begins there is the row itself."""
DEEP = 2
"""So many parts of a path and more lead to a page, not to a site."""
PARALLEL = Pattern(r"[^\n：:。]{1,16}[：:][ \u3000]?([^\W\d_]{1,4})[：: \u3000]?(?=[A-Za-z_\d])")
"""A row that gives somebody or something an account: a label, the name of a channel, and what is the account."""
PARALLELS, MOST_ROWS, LONGEST_PARALLEL, LONGEST_LABEL = 2, 6, 60, 17
"""So many such rows must stand next to a row, more are not looked at, none is longer."""
QUOTES = {"“": "”", "「": "」", "『": "』"}


def of_scene(text: str, start: int, end: int) -> list[Evidence]:
    """The evidence around `text[start:end]`, in its line."""
    floor = max(0, start - REACH)
    first = text.rfind("\n", floor, start) + 1 or floor
    found = _of_line(text, first, end)
    span = text[start:end]
    if asked := ASKING.search(span):
        found.append(Evidence("asks as a notice does", -3.0, asked[0]))
    if span[:1] in "(（" and SOURCE.fullmatch(span) and span.count("/") - 2 >= DEEP:
        found.append(Evidence("a page named as a source", -2.5, span))
    found += _of_telling(text, start, end, first)
    if _has_parallels(text, first, end):
        found.append(Evidence("one of parallel rows", -6.0))
    elif 0 < first < start and _is_a_row(text, first):
        found.append(Evidence("in a row of a list", -1.5))
    elif is_of_talk(text, first) or (
        start - first <= NEAR_ITS_START and (is_member(text, start) or is_coded(text, first))
    ):
        found.append(Evidence("a row of a series", -7.0))
    return found + of_subject(text, start, end)


def _of_telling(text: str, start: int, end: int, first: int) -> list[Evidence]:
    """Whether the author tells of what the span says: he announces it, quotes it, or calls it a word."""
    span = text[start:end]
    found: list[Evidence] = []
    if is_example(text, first):
        found.append(Evidence("an example of what sites leave", -12.0))
    elif is_listed(text, start):
        found.append(Evidence("a line of code", -10.0))
    elif start == first and text[end : end + 1] in ("\n", "") and is_shown(text, start, end):
        found.append(Evidence("announced by the line above", -4.0))
    if start > first and is_in_shown_quotation(text, start):
        found.append(Evidence("quoted as what was to be read", -6.0))
    elif is_announced_in_line(text, start, end):
        found.append(Evidence("announced in its line", -4.0))
    if span[-1:] in "】]」』" and is_named(text, end):
        found.append(Evidence("the sentence calls it a word or a sign", -5.0))
    if QUOTES.get(span[:1]) == span[-1:] and text[start - 1 : start].isalnum() and text[end : end + 1].isalnum():
        found.append(Evidence("quoted in a sentence", -3.0))
    return found


def _of_line(text: str, first: int, end: int) -> list[Evidence]:
    """What the line says around a span that ends at `end`, from `first` on."""
    stop = text.find("\n", end, end + REACH)
    last = stop if stop >= 0 else end + REACH
    found: list[Evidence] = []
    if TELLING.opens(text, first, last):
        if EXERCISE.search(text, first, last):
            found.append(Evidence("answers to choose from", -6.0))
        if lost := LOST.search(text, first, last):
            found.append(Evidence("a notice of what was found", -3.0, lost[0]))
    return found


def _is_a_row(text: str, first: int) -> bool:
    """Whether the line that begins at `first` is a row of a list, as the line before it is."""
    head = text[first : first + LONGEST_ROW_LABEL + 1]
    if "：" not in head and ":" not in head:
        return False
    return bool(LABELLED.match(text, first)) and bool(LABELLED.match(text, text.rfind("\n", 0, first - 1) + 1))


def _has_parallels(text: str, first: int, end: int) -> bool:
    """Whether the rows next to the one that begins at `first` give accounts of the same channel under other labels."""
    head = text[first : min(end, first + LONGEST_LABEL)]
    own = PARALLEL.match(text, first, end) if "：" in head or ":" in head else None
    if not own:
        return False
    labels = {own[0]}
    for step in (_above, _below):
        row = PARALLEL.match(text, place) if (place := step(text, first)) >= 0 else None
        while row and row[1] == own[1]:
            labels.add(row[0])
            place = step(text, place)
            row = PARALLEL.match(text, place) if place >= 0 and len(labels) <= MOST_ROWS else None
    return len(labels) > PARALLELS


def _above(text: str, first: int) -> int:
    """Where the row above begins, or -1."""
    return text.rfind("\n", max(0, first - LONGEST_PARALLEL), first - 1) + 1 if first > 1 else -1


def _below(text: str, first: int) -> int:
    """Where the row below begins, or -1."""
    end = text.find("\n", first, first + LONGEST_PARALLEL)
    return end + 1 if end >= 0 else -1
