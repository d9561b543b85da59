"""Reads a run again with another encoding: a search for the most likely Chinese among what the bytes allow.

Where bytes were lost, every character that fits the bytes that are left is tried, and its neighbours decide. Where the text is
sound, it is kept: the search says itself where damage begins and ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean import plausibility
from speechclean.core.named import NamedTuple
from speechclean.rules.transport.channels import LOSS
from speechclean.rules.transport.options import (
    END_LOST,
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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.rules.transport.channels import Channel
    from speechclean.rules.transport.tape import Tape

ENTER, LEAVE = -4.0, -1.0
"""What it costs to say that damage begins here, and that it ends: log10, as all weights."""
GUESS = -1.0
"""What a character costs of which bytes were lost, beside its own rarity."""
FULL_STOPS, PAUSES = "。！？；", "，。、：；！？”"
SHORT_SENTENCE = -1.5
"""What it costs to guess the end of a sentence within three characters of the last mark."""
POOR_WIDTH, POOR_MOST = 5, 12
WIDTH, MARGIN = 16, 10.0
"""How many readings are followed at a time, and how far behind the best one."""


CLOSING, OPEN = "closing", "open"
SIGNS = "?\ufffd"
"""What readers put where they could not read."""


class Piece(NamedTuple):
    """A character of the reading and the bytes `start:end` behind it; `options` are all that fit where bytes were lost.

    `state` is CLOSING where its last byte can only have been lost if the damage ends here, OPEN where the
    first byte of the next character may have been lost with it.
    """

    start: int
    end: int
    text: str
    repaired: bool
    options: Options | None = None
    state: str = ""


class Guess(NamedTuple):
    """Characters that fit where bytes were lost. A headless one lost its first byte with the last one before it."""

    end: int
    options: Options
    state: str
    headless: bool = False


class Step(NamedTuple):
    """The last piece of one reading, its weight so far, and the step before it."""

    weight: float
    last: str
    piece: Piece
    before: Step | None


Column = dict[tuple[bool, str, str], Step]


class Reading:
    """The search over one tape."""

    def __init__(self, tape: Tape, channel: Channel, loss: Loss) -> None:
        self.tape, self.channel, self.loss = tape, channel, loss
        self._columns: dict[int, Column] = {}
        self._tops: dict[int, float] = {}
        self._poor = loss.kind == "controls"  # so much is lost that only the nearest guesses can be followed

    def best(self, before: str = plausibility.START) -> list[Piece]:
        """The most likely reading, kept and repaired pieces in order; empty where there is none."""
        start = Step(0.0, plain(before), Piece(0, 0, "", repaired=False), None)
        self._columns, self._tops = {0: {(False, start.last, ""): start}}, {}
        for place in range(len(self.tape.raw)):
            if column := self._columns.pop(place, None):
                self._advance(place, _best(column, POOR_WIDTH if self._poor else WIDTH))
        final = self._columns.get(len(self.tape.raw), {})
        return _path(max(final.values(), key=lambda step: step.weight)) if final else []

    def _advance(self, place: int, steps: list[Step]) -> None:
        unit = self.tape.units.get(place)
        sure = self._sure(place)
        guesses = [] if self._settled(place, sure) else list(self._guesses(place))
        kept: Piece | None = None
        if unit is not None:
            kept = Piece(place, place + len(self.channel.bytes_of(unit) or LOSS), unit, repaired=False)
        pieces: list[dict[str, Piece]] = [{} for _ in guesses]
        for step in steps:
            repaired = step.piece.repaired
            if kept:
                self._add(step, kept, LEAVE if repaired else 0.0)
            if (not repaired and unit is None) or step.piece.state == CLOSING:
                continue
            cost = 0.0 if repaired else ENTER
            if sure:
                self._add(step, sure, cost)
            for guess, made in zip(guesses, pieces, strict=True):
                if not guess.headless or step.piece.state == OPEN:
                    self._guess(place, step, guess, (step.weight + cost + GUESS, made))

    def _guess(self, place: int, step: Step, guess: Guess, begun: tuple[float, dict[str, Piece]]) -> None:
        """Add the characters that fit here, but for those that lie too far behind what is already known."""
        weight, made = begun
        end, options, state, _ = guess
        fitting, best = weighed(options, step.last, self.loss.script, POOR_MOST if self._poor else MOST)
        top = self._tops.get(end)
        if not fitting or (top is not None and weight + best <= top - MARGIN):
            return
        column = self._columns.setdefault(end, {})
        for character, fit, last in fitting:
            found = weight + fit
            if character in FULL_STOPS and _just_paused(step):
                found += SHORT_SENTENCE
            if top is not None and found <= top - MARGIN:
                continue
            key = (True, last, state)
            known = column.get(key)
            if known is None or known[0] < found:
                piece = made.get(character)
                if piece is None:
                    piece = made[character] = Piece(place, end, character, True, options, state)  # noqa: FBT003
                column[key] = Step(found, last, piece, step)
                if top is None or found > top:
                    top = found
        if top is not None:
            self._tops[end] = top

    def _add(self, before: Step, piece: Piece, cost: float) -> None:
        last = plain(piece.text)
        weight = before.weight + weigh(before.last, piece.text, self.loss.script) + cost
        column = self._columns.setdefault(piece.end, {})
        key = (piece.repaired, last, piece.state)
        known = column.get(key)
        if known is None or known.weight < weight:
            column[key] = Step(weight, last, piece, before)
            self._tops[piece.end] = max(weight, self._tops.get(piece.end, weight))

    def _sure(self, place: int) -> Piece | None:
        """The character that the bytes at this place are."""
        raw = self.tape.raw
        if raw[place] == LOSS:
            unit = self.tape.units[place]
            return Piece(place, place + 1, unit, repaired=True) if unit in SIGNS else None
        end = place + self.channel.length(raw[place])
        character = self.channel.character(raw[place:end])
        return Piece(place, end, character, repaired=True) if character else None

    def _settled(self, place: int, sure: Piece | None) -> bool:
        """Whether no bytes can be missing here, or the bytes that are here say enough."""
        if self.loss.kind == "none":
            return True
        if sure is None or sure.text in SIGNS:
            return False
        if self.channel.written != "utf-8":
            return place not in self.tape.units  # two bytes are nearly always some character
        after = self.tape.raw[sure.end : sure.end + 1]
        if not (after < "\x80" or "\xe2" <= after <= "\xef"):
            return False
        return sure.text < "\x80" or weigh(plausibility.START, sure.text) > RAREST

    def _guesses(self, place: int) -> Iterator[Guess]:
        """The characters of which some bytes stand here and others may be lost at a seam between characters of the text."""
        pairs = self.loss.kind == "pairs"
        for mask in MASKS[3 if self.channel.written == "utf-8" else 2]:
            if not (found := self._fit(place, mask)):
                continue
            end, key, last = found
            if options := fitting(self.channel, self.loss, free=last).get(key):
                yield Guess(end, options, OPEN if mask == END_LOST else "", headless=pairs and mask == LEAD_LOST)
            if (
                pairs
                and mask == END_LOST
                and not last
                and (options := fitting(self.channel, self.loss, free=True).get(key))
            ):
                yield Guess(end, options, CLOSING)

    def _fit(self, place: int, mask: tuple[bool, ...]) -> tuple[int, tuple[str, ...], bool] | None:
        """Lay a character with these bytes left over the tape: where it ends, its bytes, and whether the run ends there."""
        raw, end, last = self.tape.raw, place, False
        key: list[str] = []
        for present in mask:
            if present:
                if end >= len(raw) or raw[end] < ("\x40" if key and len(mask) == 2 else "\x80"):
                    return None
                key.append(raw[end])
                end += 1
                continue
            key.append("")
            end += raw[end : end + 1] == LOSS
            last = end == len(raw) or raw[end] < "\x80"
            if end < len(raw) and end not in self.tape.units:
                return None
        return (end, tuple(key), last) if end > place else None


def _just_paused(step: Step | None) -> bool:
    """Whether one of the last three pieces is a mark, or the run begins there."""
    for _ in range(3):
        if step is None or step.piece.text in PAUSES:
            return True
        step = step.before
    return False


def _best(column: Column, width: int) -> list[Step]:
    steps = sorted(column.values(), key=lambda step: step.weight, reverse=True)[:width]
    return [step for step in steps if step.weight > steps[0].weight - MARGIN]


def _path(step: Step | None) -> list[Piece]:
    pieces = []
    while step and step.before:
        pieces.append(step.piece)
        step = step.before
    return pieces[::-1]
