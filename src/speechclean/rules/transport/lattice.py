"""Reads a run again with another encoding: a search for the most likely Chinese among what the bytes allow.

Where bytes were lost, every character that fits the bytes that are left is tried, and its neighbours decide. Where the text is
sound, it is kept: the search says itself where damage begins and ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean import plausibility
from speechclean.rules.transport.channels import LOSS
from speechclean.rules.transport.options import (
    END_LOST,
    GONE,
    LEAD_LOST,
    MASKS,
    MOST,
    RAREST,
    Loss,
    Options,
    fitting,
    plain,
    weigh,
    weighed,
)
from speechclean.rules.transport.steps import (
    CLOSING,
    KEPT,
    MARGIN,
    OPEN,
    Guess,
    Piece,
    Step,
    best_of,
    just_paused,
    pieces_of,
    top_of,
    trail_of,
)

if TYPE_CHECKING:
    from speechclean.rules.transport.channels import Channel
    from speechclean.rules.transport.steps import Column, Trail
    from speechclean.rules.transport.tape import Tape

ENTER, LEAVE = -4.0, -1.0
"""What it costs to say that damage begins here, and that it ends: log10, as all weights."""
GUESS = -1.0
"""What a character costs of which bytes were lost, beside its own rarity."""
FULL_STOPS = "。！？；"
SHORT_SENTENCE = -1.5
"""What it costs to guess the end of a sentence within three characters of the last mark."""
POOR_WIDTH, POOR_MOST = 5, 12
WIDTH = 16
"""How many readings are followed at a time."""
LOWEST = -1e300
"""What lies behind all readings."""


SIGNS = "?\ufffd"
"""What readers put where they could not read."""


class Reading:
    """The search over one tape."""

    __slots__ = (
        "_channel",
        "_columns",
        "_fitting",
        "_loss",
        "_most",
        "_quick",
        "_raw",
        "_script",
        "_tops",
        "_units",
        "_width",
    )

    def __init__(self, tape: Tape, channel: Channel, loss: Loss) -> None:
        self._raw, self._units = tape
        self._channel, self._loss, self._script = channel, loss, loss.script
        self._columns: dict[int, Column] = {}
        self._tops: dict[int, float] = {}
        self._fitting: dict[bool, dict[str, Options]] = {}
        poor = loss.kind == "controls"  # so much is lost that only the nearest guesses can be followed
        self._width, self._most = (POOR_WIDTH, POOR_MOST) if poor else (WIDTH, MOST)
        self._quick = plausibility.compiled()

    def best(self, before: str = plausibility.START) -> list[Piece]:
        """The most likely reading, kept and repaired pieces in order; empty where there is none."""
        start = Step(0.0, plain(before), Piece((0, 0), "", KEPT), None)
        self._columns, self._tops = {0: {start.last + KEPT: start}}, {}
        for place in range(len(self._raw)):
            if column := self._columns.pop(place, None):
                self._advance(place, best_of(column, self._width))
        final = self._columns.get(len(self._raw), {})
        return pieces_of(trail_of(top_of(final))) if final else []

    def _advance(self, place: int, steps: list[Step]) -> None:
        unit = self._units.get(place)
        sure = self._sure(place)
        guesses = [] if self._settled(place, sure) else self._guesses(place)
        kept: Piece | None = None
        if unit is not None:
            kept = Piece((place, place + len(self._channel.bytes_of(unit) or LOSS)), unit, KEPT)
        for step in steps:
            trail = trail_of(step)
            repaired = step.piece.state != KEPT
            if kept is not None:
                self._add(step, trail, kept, LEAVE if repaired else 0.0)
            if (not repaired and unit is None) or step.piece.state == CLOSING:
                continue
            cost = 0.0 if repaired else ENTER
            if sure is not None:
                self._add(step, trail, sure, cost)
            for guess in guesses:
                if not guess.headless or step.piece.state == OPEN:
                    self._guess(step.last, trail, guess, step.weight + cost + GUESS)

    def _guess(self, before: str, trail: Trail, guess: Guess, weight: float) -> None:
        """Add the characters that fit here, but for those that lie too far behind what is already known."""
        end, state, made = guess.end, guess.state, guess.made
        characters, folds, weights, best = weighed(guess.options, before, self._script, self._most)
        top = self._tops.get(end, LOWEST)
        least = top - MARGIN
        if not weights or weight + best <= least:
            return
        paused = just_paused(trail)
        column = self._columns.setdefault(end, {})
        for at in range(len(weights)):  # two strings and a list, since a thousand tuples keep the collector busy
            found = weight + weights[at]
            if paused and characters[at] in FULL_STOPS:
                found += SHORT_SENTENCE
            if found <= least:
                continue
            character, last = characters[at], folds[at]
            key = last + state
            known = column.get(key)
            if known is None or known.weight < found:
                piece = made.get(character)
                if piece is None:
                    piece = made[character] = Piece((guess.start, end), character, state, guess.options)
                column[key] = Step(found, last, piece, trail)
                if found > top:
                    top = found
                    least = top - MARGIN
        self._tops[end] = top

    def _add(self, before: Step, trail: Trail, piece: Piece, cost: float) -> None:
        last = plain(piece.text)
        weight = before.weight + self._weigh(before.last, piece.text, self._script) + cost
        column = self._columns.setdefault(piece.end, {})
        key = last + piece.state
        known = column.get(key)
        if known is None or known.weight < weight:
            column[key] = Step(weight, last, piece, trail)
            self._tops[piece.end] = max(weight, self._tops.get(piece.end, weight))

    def _weigh(self, last: str, character: str, script: str) -> float:
        return weigh(last, character, script) if self._quick is None else self._quick.weigh_in(last, character, script)

    def _fit_for(self, key: str, free: bool) -> Options | None:  # noqa: FBT001  # as the compiled call is quick
        """The characters that fit the bytes that are left."""
        table = self._fitting.get(free)
        if table is None:
            table = self._fitting[free] = fitting(self._channel, self._loss, free=free)
        return table.get(key)

    def _sure(self, place: int) -> Piece | None:
        """The character that the bytes at this place are."""
        raw = self._raw
        if raw[place] == LOSS:
            unit = self._units[place]
            return Piece((place, place + 1), unit) if unit in SIGNS else None
        end = place + self._channel.length(raw[place])
        character = self._channel.character(raw[place:end])
        return Piece((place, end), character) if character else None

    def _settled(self, place: int, sure: Piece | None) -> bool:
        """Whether no bytes can be missing here, or the bytes that are here say enough."""
        if self._loss.kind == "none":
            return True
        if sure is None or sure.text in SIGNS:
            return False
        if self._channel.written != "utf-8":
            return place not in self._units  # two bytes are nearly always some character
        after = self._raw[sure.end : sure.end + 1]
        if not (after < "\x80" or "\xe2" <= after <= "\xef"):
            return False
        return sure.text < "\x80" or self._weigh(plausibility.START, sure.text, "") > RAREST

    def _guesses(self, place: int) -> list[Guess]:
        """The characters of which some bytes stand here and others may be lost at a seam between characters of the text."""
        pairs = self._loss.kind == "pairs"
        guesses: list[Guess] = []
        for mask in MASKS[3 if self._channel.written == "utf-8" else 2]:
            if not (found := self._fit(place, mask)):
                continue
            end, key, last = found
            if (options := self._fit_for(key, last)) is not None:
                state = OPEN if mask == END_LOST else ""
                guesses.append(Guess((place, end), options, state, headless=pairs and mask == LEAD_LOST))
            if pairs and mask == END_LOST and not last:
                options = self._fit_for(key, True)  # noqa: FBT003
                if options is not None:
                    guesses.append(Guess((place, end), options, CLOSING))
        return guesses

    def _fit(self, place: int, mask: tuple[bool, ...]) -> tuple[int, str, bool] | None:
        """Lay a character with these bytes left over the tape: where it ends, its bytes, and whether the run ends there."""
        raw, end, last = self._raw, place, False
        size, key = len(raw), ""
        for present in mask:
            if present:
                if end >= size or raw[end] < ("\x40" if key and len(mask) == 2 else "\x80"):
                    return None
                key += raw[end]
                end += 1
                continue
            key += GONE
            if end < size and raw[end] == LOSS:
                end += 1
            last = end == size or raw[end] < "\x80"
            if end < size and end not in self._units:
                return None
        return (end, key, last) if end > place else None
