"""The shared scan: which rules' triggers occur in a text, and where, in one pass over it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from speechclean.core.encoded import outside_gb2312
from speechclean.core.hits import Hits, carried_over
from speechclean.core.traits import OTHER_SCRIPT
from speechclean.forms import Forms
from speechclean.native import scanner
from speechclean.spelling import TOLD_APART, spelled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from speechclean.core.hits import Found, Hit, Line
    from speechclean.core.patch import Patch
    from speechclean.core.rule import Rule
    from speechclean.native.scan import Found as ScannedText
    from speechclean.spelling import Spelled

    Scanned = ScannedText[Hit, Line]

__all__ = ["Awake", "Forms", "Triggers"]

MOST_WINDOWS = 8
"""A patch with more edits than this is followed by a scan of the whole text, as one is that touches half of it."""


MOST_STRANGERS = 40
"""So many characters outside GB 2312 are looked up one by one; a text with more is read with the full automaton."""


class Triggers:
    """The triggers of many rules, found together. Bit `n` of a mask stands for rule number `n`.

    Texts without a character of the other script, or of a sign that GB 2312 lacks, are read with a smaller automaton.
    """

    def __init__(self, rules: Iterable[Rule], known: Spelled | None = None) -> None:
        self._rules = tuple(rules)
        self._masks = _masks(self._rules)
        self._known = known
        self._shown: dict[int, int] = {}
        self._compiled = scanner() is not None

    @cached_property
    def always(self) -> int:
        """The mask of the rules that nothing wakes: neither triggers, nor signs, nor traits."""
        return self._mask(rule for rule in self._rules if not (rule.triggers or rule.signs or rule.traits))

    def _mask(self, rules: Iterable[Rule]) -> int:
        names = {rule.name for rule in rules}
        return sum(1 << number for number, rule in enumerate(self._rules) if rule.name in names)

    def _woken_by(self, traits: int) -> int:
        """The mask of the rules that these traits wake."""
        if traits not in self._shown:
            self._shown[traits] = self._mask(rule for rule in self._rules if rule.traits & traits)
        return self._shown[traits]

    def scan(self, text: str, *, changed: bool = False) -> tuple[int, Found]:
        """The mask of the rules to be asked, and what finds every trigger in the text, by start.

        Words in paragraphs do not wake rules `in_lines`, unless the text is `changed`.
        """
        return self._read(text, 0, changed=changed)

    def rescan(self, text: str, patch: Patch | None, before: Found) -> tuple[int, Found]:
        """The same for the text that `patch` made of one that `before` tells of; without a patch, many have made it.

        After a few edits only their surroundings are read again; the mask may then be of these.
        """
        if patch is None or len(patch) > MOST_WINDOWS:
            return self._read(text, 0, changed=True, other=self._has_read_other(before))
        if self._compiled:
            scanned: Scanned = before  # type: ignore[assignment]  # where the scan is compiled, it is what found them
            if later := scanned.after(text, patch.edits):
                return later.masks[0] | self._woken_by(later.traits), later
            return self._read(text, 0, changed=True, other=self._has_read_other(before))
        mask, shift = 0, 0
        finders: list[Found] = []
        for edit in patch.edits:
            start = max(0, edit.start + shift - self._longest)
            end = edit.start + shift + len(edit.new) + self._longest
            woken, find = self._read(text[start:end], start, changed=True)
            mask |= woken
            finders.append(find)
            shift += len(edit.new) - len(edit.old)

        return mask, Hits(text, lambda: carried_over(before(), patch.edits, finders, self._longest))

    def _has_read_other(self, found: Found) -> bool:
        """Whether the compiled scan has found it with the forms of both scripts."""
        return self._compiled and "_full" in vars(self) and self._full.has_found(found)

    def _read(self, text: str, offset: int, *, changed: bool, other: bool = False) -> tuple[int, Found]:
        """`other` says that the text holds, or held, characters of the other script."""
        plain = not other and (self._compiled or _in_plain_script(text, self._strangers))
        mask, in_lines, traits, found = (self._plain if plain else self._full).look(text, offset)
        if self._compiled and plain and traits & OTHER_SCRIPT:  # the compiled scan has stopped at such a character
            mask, in_lines, traits, found = self._full.look(text, offset)
            traits |= OTHER_SCRIPT
        if not changed:
            mask = mask & ~self._in_lines | in_lines & self._in_lines
        return mask | self._woken_by(traits), found

    @cached_property
    def _longest(self) -> int:
        """No hit is longer than this, in code points."""
        return 4 * max(map(len, self._masks), default=1)

    @cached_property
    def _spelled(self) -> Spelled:
        return self._known or spelled({word for rule in self._rules for word in rule.triggers}, self._signs)

    @cached_property
    def _signs(self) -> frozenset[str]:
        return frozenset(sign for rule in self._rules for sign in rule.signs)

    @cached_property
    def _in_lines(self) -> int:
        return self._mask(rule for rule in self._rules if rule.in_lines)

    @cached_property
    def _strangers(self) -> frozenset[str]:
        return frozenset(self._spelled.strange)

    @cached_property
    def _plain(self) -> Forms:
        known = self._spelled
        wakes, signs = (known.plain, self._masks), (known.signs, self._masks)
        if self._compiled:
            return Forms(wakes, signs, strange=known.strange, masks=self._masks)
        common = {sign for sign in self._signs if self._strangers.isdisjoint(sign)}
        return Forms(wakes, (known.signs, common), masks=self._masks)

    @cached_property
    def _full(self) -> Forms:
        known = self._spelled
        wakes, signs = (known.plain, self._masks), (known.signs, self._masks)
        return Forms(wakes, (known.other(), self._masks), signs, masks=self._masks)


class Awake:
    """Which rules are to be asked while a text changes.

    A changed text is read when somebody needs to know: not behind the last stage, and mostly not before stages of which all
    rules are awake.
    """

    __slots__ = ("_mask", "_triggers", "_unread", "found")

    def __init__(self, triggers: Triggers, text: str) -> None:
        self._triggers = triggers
        self._mask, self.found = triggers.scan(text)
        self._mask |= triggers.always
        self._unread: Unread | None = None

    def of(self, mask: int) -> int:
        """Those of these rules that are awake."""
        if self._unread and mask & ~self._mask:
            self._read(self._unread)
        return self._mask & mask

    def _read(self, unread: Unread) -> None:
        """Take in what was put off."""
        woken, self.found = unread.scanned()
        self._mask |= woken
        self._unread = None

    def after(self, patch: Patch, text: str) -> Found:
        """What finds the hits in the text that a patch made."""
        if self._unread and self._unread.is_at_hand():
            self._read(self._unread)
        self._unread = Unread(self._triggers, text, None if self._unread else patch, self.found)
        return self._unread


class Unread:
    """A text that is scanned at most once, when asked about."""

    __slots__ = ("_before", "_patch", "_scanned", "_text", "_triggers")

    def __init__(self, triggers: Triggers, text: str, patch: Patch | None, before: Found) -> None:
        self._triggers = triggers
        self._text = text
        self._patch = patch
        self._before = before
        self._scanned: tuple[int, Found] | None = None

    def is_at_hand(self) -> bool:
        """Whether it was scanned, or will be soon: of a text that few edits made only some lines are read."""
        return self._scanned is not None or (self._patch is not None and len(self._patch) <= MOST_WINDOWS)

    def scanned(self) -> tuple[int, Found]:
        """What the scan says."""
        if self._scanned is None:
            self._scanned = self._triggers.rescan(self._text, self._patch, self._before)
        return self._scanned

    def __call__(self) -> tuple[Hit, ...]:
        """The hits in the text."""
        return self.scanned()[1]()

    def of(self, words: Collection[str]) -> list[Hit]:
        """The hits of these words."""
        return self.scanned()[1].of(words)

    def wordless(self) -> list[tuple[int, int]] | None:
        """What may be an account."""
        return self.scanned()[1].wordless()

    def lines(self, words: Collection[str], first: int = 0) -> list[Line]:
        """The lines that hold one of these words."""
        return self.scanned()[1].lines(words, first)

    def marked(self, words: Collection[str], prose: int, near: int) -> list[tuple[Line, list[int]]]:
        """The lines that hold one of these words, each with the places of those that count."""
        return self.scanned()[1].marked(words, prose, near)


def _masks(rules: Iterable[Rule]) -> dict[str, int]:
    """For each trigger and sign the mask of the rules that have it; rules often share all of theirs."""
    groups: dict[tuple[str, ...], int] = {}
    for number, rule in enumerate(rules):
        for words in (rule.triggers, rule.signs):
            groups[words] = groups.get(words, 0) | 1 << number
    masks: dict[str, int] = {}
    for words, mask in groups.items():
        for word in words:
            masks[word] = masks.get(word, 0) | mask
    return masks


def _in_plain_script(text: str, strangers: frozenset[str]) -> bool:
    """Whether none of the strangers occurs, so that the small automaton will do."""
    if TOLD_APART in text:
        return False
    count = 0
    for count, place in enumerate(outside_gb2312(text, MOST_STRANGERS), 1):  # noqa: B007  # read behind the loop
        if text[place] in strangers:
            return False
    return count < MOST_STRANGERS
