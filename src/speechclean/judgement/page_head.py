"""Knows lines around a text by the rest of their page: the site's name, its sections, a counter among what other rules took."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.judgement.bylines import bylines
from speechclean.judgement.company import STRONG
from speechclean.judgement.page_line import is_all_text, is_one_byline, read
from speechclean.judgement.page_words import split_word

if TYPE_CHECKING:
    from speechclean.judgement.surroundings import Lines

HEAD = 4
"""So many lines at most stand above a site's name, and so many above its sections."""
NAME = Pattern(r"[a-z0-9\u3400-\u9fff·]{2,14}")
RIGHTS = Pattern(r"©|\(c\)|copyright|版[权權]所有|[^a-z]icp|[备備]案|all rights|著作[权權]")
OFFICE = Pattern(r"(?:政府|委员会|办公室|[局厅院会部署室处科系所社馆]|中心|公司|集团|学校|中学|小学|大学|幼儿园)$")
"""How the names of those end that put theirs at the head of what they wrote."""
NEAR_END = 8
"""In so many lines at the end a site's rights stand."""
SECTION = Pattern(r"[\u3400-\u9fff]{2,6}[▼▾⌄∨]?")
FEWEST, NAMES = 5, 3
"""So many sections a menu has; one of shorter words alone may be a list of persons."""
FEWEST_KNOWN = 2
SEPARATORS = frozenset(("/", ">", ">>", "|", "»", "›", "·", "-"))
FEWEST_RUN, WEIGHT_OF_RUN = 4, 4.0
"""So many small lines one below the other, that weigh so much together, are a site's."""
TITLE = Pattern(r"[^:。]{4,60}[^:。,;]")
_STEP = r"[^/>›»\s。，][^/>›»。，]{0,11}"
PATH = Pattern(rf"{_STEP}(?:(?: ?/ ?{_STEP}){{2,5}} ?/|(?: ?[>›»] ?{_STEP}){{1,5}} ?[>›»])")
STEPS = frozenset("/>›»")
"""What stands between the steps of a path."""
LONGEST_SMALL, SURE, FIRST = 16, 1.5, 12
"""So long is a counter at most; one that weighs so much may stand right below the text, any among so many lines at the top."""


def may_stand_around(lines: Lines, number: int, first: int) -> bool:
    """Whether a line may be one that is known by the rest of its page, whose first paragraph has this number."""
    if number <= HEAD:
        return True
    if number > FIRST and number >= first and not lines.is_below(number):
        return False
    line = lines.folded(number)
    return len(line) <= LONGEST_SMALL or (number <= FIRST and not STEPS.isdisjoint(line))


def evidence_around(lines: Lines, number: int) -> str:
    """The evidence that a line is the site's name, a menu of its sections or one of its counters, or nothing."""
    if number <= HEAD and is_menu(lines, number):
        return "the sections of a site, above its lines"
    if number <= HEAD and names_site(lines, number):
        return "the name of a site, which its rights say again"
    if number <= FIRST and lines.score(number) > 0 and PATH.fullmatch(lines.folded(number)) and number != lines.title():
        return "a path that ends before the page's name"
    return "a counter or button among a site's lines" if is_small(lines, number) else ""


def is_small(lines: Lines, number: int) -> bool:
    """Whether a line above or below the text is a few words of pages, with or without numbers, among lines that are gone."""
    below, line = lines.is_below(number), lines.folded(number)
    if len(line) > LONGEST_SMALL or not (below or number <= FIRST) or is_all_text(line) or is_one_byline(line):
        return False
    gone = lines.taken()
    if number + 1 < lines.size and number + 1 not in gone:
        return False
    reading = read(line)
    if not (below or reading.kinds("number") or lines.title() not in (-1, number)):
        return False  # a text may be called 收藏
    if reading.text or not reading.kinds("control", "plain", "section", "label") or bylines(reading):
        return False
    return number - 1 in gone or (below and reading.weight >= SURE and number + 1 < lines.size)


def weight_of_small(lines: Lines, number: int) -> float:
    """How much a line weighs that is a few words of pages, a number or a sign and nothing else; -1 for any other."""
    line = lines.folded(number)
    if len(line) > LONGEST_SMALL or is_all_text(line) or is_one_byline(line):
        return -1.0
    reading = read(line)
    if reading.text or bylines(reading) or reading.kinds("date", "byline", "address") or number == lines.title():
        return -1.0
    return reading.weight if reading.items or line in SEPARATORS else -1.0


def runs_of_small(lines: Lines, small: dict[int, tuple[int, float]], sites: set[int]) -> dict[int, str]:
    """Those of the small lines, by their other numbers, that stand in runs, with a site's between, that weigh enough together."""
    found: dict[int, str] = {}
    run: list[int] = []
    title = -1
    for there in (*sorted(small.keys() | sites), -1):
        if run and there != run[-1] + 1:
            weights = [small[one][1] if one in small else 1.0 for one in run]
            own = _without_edge(lines, run, weights)
            enough = len(run) >= FEWEST_RUN and sum(weights) >= WEIGHT_OF_RUN
            if enough and title < 0:
                title = _first_title(lines, small, sites)
            if enough and (lines.is_below(run[0]) or title < run[-1] + FIRST):
                found |= {small[one][0]: f"one of {len(run)} lines of controls" for one in own if one in small}
            run = []
        run.append(there)
    return found


def _without_edge(lines: Lines, run: list[int], weights: list[float]) -> list[int]:
    """A run below the text without the first lines that weigh nothing: a story may end with 好; above it without the last."""
    heavy = [place for place, weight in enumerate(weights) if weight]
    if not heavy:
        return []
    return run[heavy[0] :] if lines.is_below(run[0]) else run[: heavy[-1] + 1]


def _first_title(lines: Lines, small: dict[int, tuple[int, float]], sites: set[int]) -> int:
    """The first other line that may be a title, or how many lines there are: a run above it may be a title called 收藏."""
    others = (other for other in range(lines.size) if other not in small and other not in sites)
    return next((other for other in others if TITLE.fullmatch(lines.folded(other))), lines.size + FIRST)


def names_site(lines: Lines, number: int) -> bool:
    """Whether a line at the top is the name that the site's rights name again below."""
    line = lines.folded(number)
    if not NAME.fullmatch(line) or OFFICE.search(line) or number == lines.title():
        return False
    if not _are_sites(lines, range(number)) or not _are_sites(lines, range(number + 1, number + 2)):
        return False
    below = range(max(number + 1, lines.size - NEAR_END), lines.size)
    return any(line in (row := lines.folded(other)) and RIGHTS.search(row) for other in below)


def is_menu(lines: Lines, number: int) -> bool:
    """Whether a line at the top names a site's sections: short words with blanks between, right above a line of the site."""
    sections = lines.folded(number).split()
    if len(sections) < FEWEST or number == lines.title() or len(set(sections)) < len(sections):
        return False
    if not all(map(SECTION.fullmatch, sections)) or not _are_sites(lines, range(number + 1, number + 2)):
        return False
    known = sum(split_word(section)[0] != "text" for section in sections)
    verse = len(sections[0]) > FEWEST - 1 and len(set(map(len, sections))) == 1
    return not verse and (
        known >= FEWEST_KNOWN or sum(len(section) > NAMES for section in sections) > len(sections) / 2
    )


def _are_sites(lines: Lines, numbers: range) -> bool:
    """Whether these lines stand there and are a site's."""
    gone = lines.taken()
    return all(number < lines.size and (number in gone or lines.score(number) > STRONG) for number in numbers)
