"""Takes a word of a web page's line apart into the words that pages are made of."""

from __future__ import annotations

from functools import cache

from speechclean import lexicon

DIGITS = "0123456789"
LONGEST_WORD, LONGEST_LABEL = 12, 8
"""No longer words are looked for among the known ones."""
BETWEEN_WORDS = DIGITS + "+.!?…。"
UNITS = "kw万千"
"""What a counter's number may end in."""


@cache
def _kinds() -> dict[str, tuple[str, float]]:
    table = dict.fromkeys((*lexicon.load("page_sections"), *lexicon.load("page_labels")), ("section", 0.0))
    table |= dict.fromkeys(lexicon.load("controls_sizes"), ("size", 0.0))
    table |= dict.fromkeys((*lexicon.load("controls_plain"), *lexicon.load("counters")), ("plain", 1.0))
    return table | dict.fromkeys(lexicon.load("controls"), ("control", 2.0))


@cache
def _labels() -> dict[str, tuple[str, float]]:
    table = dict.fromkeys(lexicon.load("page_labels"), ("label", 1.0))
    table |= dict.fromkeys(lexicon.load("counters"), ("label", 2.0))
    return table | dict.fromkeys(lexicon.load("byline_labels"), ("byline", 0.0))


ONE = (1,)


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """How long the known words are, longest first, that begin with two characters: most pairs in a text begin none."""
    sizes: dict[str, set[int]] = {}
    for word in _kinds():
        if 1 < len(word) <= LONGEST_WORD:
            sizes.setdefault(word[:2], {1}).add(len(word))
    return {pair: tuple(sorted(of_pair, reverse=True)) for pair, of_pair in sizes.items()}


def split_word(word: str) -> tuple[str, float, int]:
    """The kind, weight and unexplained length of one word, taken apart into known words, longest first.

    Latin letters are one word as far as they go: the grade AAA holds no other.
    """
    kinds, sizes, position, weight, strongest = _kinds(), _sizes(), 0, 0.0, "section"
    length = len(word)
    while position < length:
        for size in sizes.get(word[position : position + 2], ONE):
            known = kinds.get(word[position : position + size])
            if known and not _parts_letters(word, position + size):
                kind, gain = known
                weight += gain
                strongest = kind if gain > 1 or strongest == "section" else strongest
                position += size
                break
        else:
            if word[position] not in BETWEEN_WORDS and not _is_unit(word, position):
                return "text", 0.0, length
            position += 1
    return strongest, weight, 0


def _parts_letters(word: str, place: int) -> bool:
    """Whether Latin letters stand on both sides of a place."""
    return place < len(word) and "a" <= word[place] <= "z" and "a" <= word[place - 1] <= "z"


def _is_unit(word: str, position: int) -> bool:
    """Whether it is the unit of a number: the k of 6.9k, which ends a word or stands before another."""
    return position > 0 and word[position] in UNITS and word[position - 1] in DIGITS


def is_run(line: str) -> bool:
    """Whether a folded line is one run of letters, Latin or Chinese, with a semicolon behind it or without."""
    end = len(line) - line.endswith(";")
    for place in range(end):
        letter = line[place]
        if not ("a" <= letter <= "z" or "一" <= letter <= "鿿" or "㐀" <= letter <= "䶿" or letter == "々"):
            return False
    return end > 0


def label_at_end(word: str) -> tuple[int, str, float] | None:
    """The length, kind and weight of the label that a word ends in; one character alone is none, nor a known word's end."""
    labels, length = _labels(), len(word)
    for size in range(min(LONGEST_LABEL, length), 0, -1):
        if found := labels.get(word[-size:]):
            whole = size == length
            apart = whole or (size > 1 and word not in _kinds() and not split_word(word[:-size])[1])
            return (size, *found) if apart else None
    return None


def ends_in_label(text: str) -> bool:
    """Whether a text ends as some label does."""
    labels = _labels()
    return any(text[-size:] in labels for size in range(1, LONGEST_LABEL + 1))


def is_byline(label: str) -> bool:
    """Whether it is the label of a byline."""
    return label in _labels() and _labels()[label][0] == "byline"


def is_of_post(label: str) -> bool:
    """Whether a label is of a byline or a counter, as each post in a list has them."""
    kind, weight = _labels().get(label, ("", 0.0))
    return kind == "byline" or weight > 1


def is_nobody(name: str) -> bool:
    """Whether an author of that name is none."""
    return name in _nobody()


@cache
def _nobody() -> frozenset[str]:
    return frozenset(lexicon.load("nobody"))
