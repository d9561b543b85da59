"""An account wherever it stands: in any disguise, and with the words that lead to it or follow it in several places."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.learn.hooks import hooks
from speechclean.learn.leads import lead
from speechclean.learn.runs import Run
from speechclean.learn.seams import seam
from speechclean.learn.suspicion import suspicious
from speechclean.plausibility import is_han
from speechclean.spelling import spellings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechclean.learn.candidate import Candidate, Sample

SHORTEST, LONGEST = 2, 12
"""Characters of the words beside an account."""
STANDING = 2
"""Words that stand beside it in so many samples belong to it."""
RARE = 6
"""Words that nobody calls suspicious, and that stand in fewer than one of so many samples, stand there by chance."""
CHANCE = 3
"""A character more stands there by chance where so many times as many samples have it not."""
APART = "[ ·•._*~-]{0,2}"
SIGN = re.compile("[ ·•._*~-]")
KEYCAP = "\ufe0f?\u20e3?"
CIRCLED = {str(digit): chr(0x245F + digit) for digit in range(1, 10)} | {"0": "⓪"}
CLOSING = dict(zip("([（【［〔「『<《", ")]）】］〕」』>》", strict=True))
ENDS = "。！？；，、!?;,\n"
SIGNS = " :+>)]}】」』〗〕》<([{【「『〖〔《"
HARDLY = 1
"""Words that authors say more often than so are theirs."""


def is_host(name: str) -> bool:
    """Whether it is a host or an address: nobody draws its letters apart."""
    return "." in name or "@" in name


def pattern(candidate: Candidate, ads: Sequence[str], authors: str = "") -> str:
    """What finds the account with what stands beside it; `ads` are whole ads that a judge saw in its samples.

    No words stand beside it that `authors` say, too: these are their own.
    """
    lefts, rights = (_strange(words, authors, candidate.key) for words in beside(candidate.samples))
    said: set[str] = set()
    for ad in ads:  # an ad by itself, that does not begin or end with words of the text's
        for sample in candidate.samples:
            left, found, right = ad.partition(sample.text)
            if left and found and (sample.before.removesuffix(left) or ENDS)[-1] in ENDS and len(left) <= LONGEST:
                said.add(left)
            if right and found and (sample.after.removeprefix(right) or ENDS)[0] in ENDS and len(right) <= LONGEST:
                rights |= set() if right.startswith(tuple(rights)) else {right}
    said |= {words for sample in candidate.samples if (words := lead(sample))}
    lefts |= {left for left in said if not left.endswith(tuple(lefts))}  # what stands before those is the text's
    rights |= {CLOSING[sign] for left in lefts for sign in left if sign in CLOSING and CLOSING[sign] not in left}
    apart = any(SIGN.search(sample.text) for sample in candidate.samples)
    bare = [sample._replace(before=_without(sample.before, lefts)) for sample in candidate.samples]
    ahead = hooks(bare, mixed=not cuts(candidate)[0])
    return f"{ahead}{_before(candidate.key)}{_any(lefts)}{_letters(candidate.key, apart=apart)}{_any(rights)}"


def _without(before: str, lefts: set[str]) -> str:
    """What stands before an account, without the words that lead to it."""
    return before.removesuffix(max((left for left in lefts if before.endswith(left)), key=len, default=""))


def beside(samples: Sequence[Sample]) -> tuple[set[str], set[str]]:
    """The words right before and right behind the account that stand there in more than one sample."""
    lefts = Counter(part for sample in samples for part in set(_endings(sample.before)))
    rights = Counter(part[::-1] for sample in samples for part in set(_endings(sample.after[::-1])))
    least = max(STANDING, len(samples) // RARE)
    for counts in (lefts, rights):
        for part in [one for one, count in counts.items() if count < least and not suspicious(fold(one))]:
            del counts[part]
    return _standing(lefts, at_end=True), _standing(rights, at_end=False)


def _strange(words: set[str], authors: str, name: str) -> set[str]:
    """The words that call for something, and those that authors do not say, or hardly, but beside such an account."""
    own = authors.replace(name, "0")

    def said(word: str) -> int:
        bare = word.strip(SIGNS)
        return own.count(bare) - own.count(f"{word}0") - own.count(f"0{word}") if bare else 0

    return {word for word in words if suspicious(fold(word)) or said(fold(word)) <= HARDLY}


def cuts(candidate: Candidate) -> tuple[int, float]:
    """In how many samples the account and what stands beside it cut a word in two, and the sum of all the seams."""
    lefts, rights = beside(candidate.samples)
    known: set[str] = set()
    number, value = 0, 0.0
    for before, text, after in candidate.samples:
        left = max((part for part in lefts if before.endswith(part)), key=len, default="")
        right = max((part for part in rights if after.startswith(part)), key=len, default="")
        start = before.rpartition("\n")[2].removesuffix(left)
        end = after.partition("\n")[0].removeprefix(right)
        span = left + text + right
        found = seam(fold(start + span + end), Run(len(start), len(start) + len(span)))
        if found.beside not in known:
            known.add(found.beside)
            number, value = number + found.cuts, value + found.value
    return number, value


def disguises(samples: Sequence[Sample]) -> int:
    """In how many ways it is written, apart from upper and lower case and width."""
    ways = {"".join(fold(c) if c.isascii() or "！" <= c <= "～" else c for c in one.text).lower() for one in samples}
    return len(ways)


def _endings(text: str) -> Iterator[str]:
    line = text.rpartition("\n")[2]
    if line[-1:] in ENDS:
        return
    for size in range(SHORTEST, min(LONGEST, len(line)) + 1):
        if line[-size] in ENDS:
            return
        yield line[-size:]


def _standing(counts: Counter[str], *, at_end: bool) -> set[str]:
    """The longest of those that stand in several samples, without what stands before or behind them by chance."""

    def shorter(part: str) -> Iterator[str]:
        sizes = range(SHORTEST, len(part))
        return (part[-size:] if at_end else part[:size] for size in sizes)

    often = {part for part, count in counts.items() if count >= STANDING + (not any(map(is_han, part)))}
    held = {one for part in often for one in shorter(part) if counts[one] == counts[part]}
    return {part for part in often - held if not any(counts[one] >= CHANCE * counts[part] for one in shorter(part))}


def _any(words: set[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})?" if ordered else ""


def _before(name: str) -> str:
    """No account begins inside a number of the text's: 58.71234."""
    return r"(?<![0-9０-９])(?<![0-9]\.)" if name[0].isdigit() and not is_host(name) else ""


def _letters(name: str, *, apart: bool) -> str:
    """The account in any disguise; one of digits alone stands `apart` only where a sample shows so, as those of a table do."""
    if is_host(name):
        return rf"(?:https?://)?(?:www\.)?{re.escape(name)}(?:/[0-9A-Za-z_./?=&%-]{{0,60}})?"
    between = APART if apart or not name.isdigit() else ""
    letters = between.join(f"[{''.join(map(re.escape, sorted(_forms(letter))))}]{KEYCAP}" for letter in name)
    return letters + ("(?![0-9０-９])" if name[-1].isdigit() else "(?![A-Za-z])")


def _forms(letter: str) -> set[str]:
    return {*spellings(letter), letter, *CIRCLED.get(letter, "")}
