"""Whether a line is one of an author's series: numbered clauses, steps, entries of a chronicle, answers, references.

Sites number titles and their terms, too; the rows of an author's series say something, so that most of them hold the mark
of a sentence, and most do not read like a site's.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.judgement.aligned import is_aligned
from speechclean.judgement.alike_rows import is_alike
from speechclean.judgement.contacts import is_of_contacts
from speechclean.judgement.likeness import likeness
from speechclean.judgement.lines import line_end
from speechclean.judgement.ordinals import is_ordinal, rises
from speechclean.judgement.references import is_reference
from speechclean.judgement.sections import heads_section, is_named_below
from speechclean.judgement.tabbed import is_tabbed
from speechclean.lexicon import load

_BLANKS = r"[^\S\n]{0,4}"
_HAN_NUMBER = "[一二三四五六七八九十百\\d]{1,4}"
CLAUSE = Pattern(rf"{_BLANKS}第{_HAN_NUMBER}[条條款天步讲講课課场場周週轮輪站届屆单單幕夜关關]")
"""A heading of a series that needs no sentence: of the clauses of a contract, the days of a programme."""
CHOICE = Pattern(rf"{_BLANKS}[（(]?[A-EＡ-Ｅ][）)]?[.．、:：）) \u3000]")
NUMBERED = Pattern(
    rf"{_BLANKS}(?:\d{{1,2}}\.\d{{1,2}}(?:\.\d{{1,2}})?(?=\D)|[（(]{_HAN_NUMBER}[)）]|\d{{1,2}}[、．.)）](?!\d)|[一二三四五六七八九十]{{1,3}}、|[①-⑳])"
)
DATED = Pattern(rf"{_BLANKS}(?:1[89]|20)\d\d年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?[，,：: \u3000]")
LEADER = Pattern(r"…{4,}\s{0,2}[（(]?\d{1,4}[)）]?\s{0,2}$|\.{8,}\s{0,2}\d{1,4}\s{0,2}$")
"""The dots and the page in a table of contents."""
LABELLED = Pattern(rf"{_BLANKS}([\u3400-\u9fff](?:\u3000?[\u3400-\u9fff]){{1,3}})(?:[：:]|\u3000{{1,2}})(?=[^\s：:])")
"""What a row of a play or of a list of changes begins with: who speaks, what was done."""
SAID = Pattern(
    rf"{_BLANKS}(?:(?:(?:19|20)\d\d[-/.年])?\d{{1,2}}[-/.月]\d{{1,2}}日?[ \u3000]{{1,2}})?\d{{1,2}}[:：]\d\d(?:[:：]\d\d)?[ \u3000]{{1,2}}"
    r"[^\s：:，。]{1,8}[：:](?=\S)"
)
"""What the rows of a conversation begin with: the time, and who speaks."""
LATEST_COLON = 17
"""So far behind the start of such a row that begins with a digit the first colon stands at most."""
BRACKETED = Pattern(rf"{_BLANKS}[【\[][\u3400-\u9fff/]{{1,8}}[】\]][ \u3000]{{0,2}}[\u3400-\u9fff]{{2}}")
"""What a list of buttons begins with that says what each does."""
BULLETED = Pattern(rf"{_BLANKS}[·•◦‣▪■●○◆◇–—*-][ \u3000]?[^\n]{{5,400}}[；;。][ \u3000]{{0,4}}(?=\n|\Z)")
"""A row with a bullet that ends as a clause does: titles end without a mark."""
PRICED = Pattern(r"\d ?元/[\u3400-\u9fff]|(?<![^\n])[^\s，。：:]{1,16}[ \t\u3000]{1,4}[￥¥]?\d{1,5}(?:\.\d{1,2})? ?元$")
DIGITS = Pattern(r"[\w①-⑳]+")
COLUMNS = Pattern(r"[^\S\n]{0,3}[|｜][^\S\n]{0,3}|\t[^\S\n]{0,9}|[ \u3000]{1,9}")
"""What stands between the columns of a table."""
FEWEST_COLUMNS = 4
CODED = Pattern(r"[A-Z]{1,2}-?\d{2,4}[ \t\u3000]")
"""What the rows of a catalogue begin with: a letter and a number, which by themselves may be an account."""
COUNTED = Pattern(r"[^\S\n]{0,4}(?:No\.?|[A-Z])?(\d{1,4})(?=[ \t\u3000|｜])")
"""What the rows of a table begin with that are counted."""
UNCOUNTED = -1
HEADS = (
    ("clause", CLAUSE),
    ("choice", CHOICE),
    ("dated", DATED),
    ("said", SAID),
    ("bracketed", BRACKETED),
    ("bulleted", BULLETED),
)
SPOKEN = frozenset(("labelled", "said", "bracketed"))
HELD = ("leader", LEADER, ("…", "...")), ("priced", PRICED, ("元",))
"""The forms of what a row may hold, and what stands in each."""
NUMERALS = "第一二三四五六七八九十"
"""With any other Chinese character no heading of a series begins, but for a label."""
BLANKS = 4
"""So many may stand before a heading."""
OF_RIGHTS = 4.0
"""A site's terms and rights read better than this."""
SAYS = Pattern("[。；;]|[，,][^，,]{4}|$(?<=[^，。]{40})")
"""What a row has that is no title: the mark of a sentence, or many words."""
REACH = 12
"""So many lines above and below are looked at."""
LONGEST, LONGEST_ROW = 400, 120
"""So far from its start a place is a row's; and so long is a row that is told by what it holds."""
OTHERS = 2
"""So many lines of the same kind must stand near, besides the line itself."""


def is_member(text: str, start: int) -> bool:
    """Whether the line in which `start` stands is a row of a series, of which most say something."""
    floor = max(0, start - LONGEST - 1)
    first = text.rfind("\n", floor, start) + 1
    if not first and floor:
        return False
    kind = _kind(text, first)
    if (kind != "" and _is_of_series(text, first, kind)) or is_reference(text, first) or _is_of_table(text, first):
        return True
    if is_ordinal(text, first) or rises(text, first) or is_aligned(text, first) or heads_section(text, first):
        return True
    return is_of_contacts(text, first) or is_tabbed(text, first) or is_alike(text, first) or is_named_below(text, first)


def is_spoken(text: str, start: int) -> bool:
    """Whether the line in which `start` stands is what a role of a play says, or one of a list of changes, or of buttons."""
    first = text.rfind("\n", max(0, start - LONGEST - 1), start) + 1
    kind = _kind(text, first)
    return kind in SPOKEN and _is_of_series(text, first, kind)


def is_of_talk(text: str, first: int) -> bool:
    """Whether the line that begins there is a row of a conversation, with its time."""
    return (
        "0" <= text[first : first + 1] <= "9"
        and _has_colon(text, first)
        and SAID.match(text, first) is not None
        and _is_of_series(text, first, "said")
    )


def _has_colon(text: str, first: int) -> bool:
    """Whether a row may say who speaks, or when: a colon stands where the time may end."""
    head = text[first : first + LATEST_COLON]
    return ":" in head or "：" in head


def is_coded(text: str, start: int) -> bool:
    """Whether the line that begins there is a row of a catalogue, each with a code of its own."""
    if not CODED.match(text, start):
        return False
    return sum(CODED.match(text, place) is not None for place in _near(text, start)) >= OTHERS


def _is_of_series(text: str, first: int, kind: str) -> bool:
    """Whether the line that begins there has lines of its kind near by, of which most say something."""
    rows = [text[place : line_end(text, place)] for place in _near(text, first) if _kind(text, place) == kind]
    if len(rows) < OTHERS:
        return False
    if kind in {"clause", "choice", "leader", "priced", "said"}:
        return True
    if kind == "labelled":
        return _recur([text[first : line_end(text, first)], *rows])
    if kind == "bulleted":
        return 2 * sum(likeness(fold(row)) > OF_RIGHTS for row in rows) < len(rows)
    if len(kind) == len("1.") and 2 * sum(likeness(fold(row)) > 0 for row in rows) >= len(rows):
        return False
    said = sum(SAYS.search(row) is not None for row in rows)
    return 2 * said + (kind == "bracketed") > len(rows)


def _is_of_table(text: str, first: int) -> bool:
    """Whether a line has as many columns as those around it, of which the rows are counted: its own or the next ones."""
    own = _count(text, first)
    if own == UNCOUNTED:  # the heads of the columns
        own = _count(text, line_end(text, first) + 1)
    size = _columns(text, first) if own != UNCOUNTED else 0
    if size < FEWEST_COLUMNS - 1:
        return False
    beside = {own - 1, own + 1} - {UNCOUNTED}
    sizes = [_columns(text, place) for place in _near(text, first) if _count(text, place) in beside]
    if size < FEWEST_COLUMNS:  # the last column is empty in some rows: 备注
        return len(sizes) > 1 and all(FEWEST_COLUMNS <= other <= size + 1 for other in sizes)
    return size in sizes or size - 1 in sizes


def _columns(text: str, place: int) -> int:
    last = line_end(text, place)
    if last - place > LONGEST_ROW:
        return 0
    row = text[place:last].strip()
    return 1 + len(COLUMNS.findall(row)) if row else 0


def _count(text: str, place: int) -> int:
    """The number that a row begins with, or that it is UNCOUNTED."""
    found = COUNTED.match(text, place)
    return int(found[1]) if found else UNCOUNTED


def _kind(text: str, place: int) -> str:
    """How the line at a place begins, as a row of a series would; "" otherwise."""
    opening = text[place : place + BLANKS + 1].lstrip()[:1]
    if opening in NUMERALS or not "\u3400" <= opening <= "\u9fff":
        for kind, head in HEADS:
            if head.match(text, place):
                return kind
        if numbered := NUMBERED.match(text, place):
            return _form(numbered[0])
    last = line_end(text, place)
    if last - place <= LONGEST_ROW:
        for kind, held, signs in HELD:
            for sign in signs:
                if text.find(sign, place, last) >= 0 and held.search(text, place, last):
                    return kind
    return "labelled" if _label(text, place) else ""


def _label(text: str, place: int) -> str:
    """The label of the line at a place, if it is none of a page's."""
    found = LABELLED.match(text, place)
    return "" if not found or fold(found[1]) in _of_pages() else found[1]


@cache
def _of_pages() -> frozenset[str]:
    return frozenset((*load("page_labels"), *load("byline_labels")))


def _recur(rows: list[str]) -> bool:
    """Whether most labels of the rows stand there more than once: 修复 and 新增, the speakers of a play."""
    labels = Counter(_label(row, 0) for row in rows)
    return 2 * sum(number for number in labels.values() if number > 1) > len(rows)


def _form(number: str) -> str:
    """The form of a number: `3.2` and `3.10` are of one, `（1）` is of another."""
    return DIGITS.compiled.sub("1", number.strip())


def _near(text: str, first: int) -> list[int]:
    """Where the lines around a line begin, without itself."""
    places: list[int] = []
    place = first
    for _ in range(REACH):
        if place == 0:
            break
        place = text.rfind("\n", 0, place - 1) + 1
        places.append(place)
    place = first
    for _ in range(REACH):
        place = text.find("\n", place) + 1
        if not place:
            break
        places.append(place)
    return places
