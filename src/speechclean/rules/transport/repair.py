"""From a suspicious window to an edit or a note: what was read again, whether it is proven, and whether it is better Chinese."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from speechclean import plausibility
from speechclean.core.named import NamedTuple
from speechclean.core.pattern import Pattern
from speechclean.rules.transport.channels import CONTROLS, WINDOWS
from speechclean.rules.transport.lattice import Reading
from speechclean.rules.transport.marks import last_mark, usage
from speechclean.rules.transport.options import Loss, plain, weigh, weighed
from speechclean.rules.transport.steps import KEPT, Piece
from speechclean.rules.transport.tape import Tape, bytes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.rules.transport.channels import Channel


COOL = 0.65
"""How far to trust the weights, fitted on damaged text: a guess ten times likelier than its only rival is right 9 in 11."""
LIKELY = 0.6
"""How certain a guess must be to be written."""
UTF8_LEFT = Pattern("(?=[\x80-\xbf\xe2-\xef?]{5})[\x80-\xbf?]{0,3}[\xe2-\xef][\x80-\xbf]")
"""What is left at least of the bytes of two Chinese characters in UTF-8 where a reader lost some."""
AROUND = 60
"""How many characters on either side tell in which script the text is."""


class Guess(NamedTuple):
    """The character at `place` in a reading, of which bytes were lost, and how certain it is beside all others that fit."""

    place: int
    certain: float


class Repair(NamedTuple):
    """Another reading of `text[start:end]`: how much likelier it is, in log10, and which characters are guessed."""

    start: int
    end: int
    reading: str
    gain: float
    guesses: tuple[Guess, ...]
    proven: bool
    label: str = ""

    @property
    def certain(self) -> float:
        """How much of the reading is certain, from 0 to 1."""
        doubt = sum(1 - guess.certain for guess in self.guesses)
        return 1 - doubt / len(self.reading) if self.reading else 0.0

    @property
    def holes(self) -> list[int]:
        """Where the reading holds a character that is anybody's guess."""
        return [guess.place for guess in self.guesses if guess.certain < LIKELY]


def repairs(text: str, start: int, end: int, channel: Channel) -> Iterator[Repair]:
    """The damaged parts of a window, each with its best reading."""
    window = text[start:end]
    if channel.written == "utf-8" and channel.read != "latin" and not UTF8_LEFT.search(bytes_of(window, channel)):
        return
    tape = Tape.of(window, channel)
    before = text[start - 1 : start] or plausibility.START
    loss = loss_of(window, text[max(0, start - AROUND) : start] + text[end : end + AROUND], channel)
    pieces = Reading(tape, channel, loss).best(before)
    offsets = {place: start + number for number, place in enumerate(tape.units)}
    offsets[len(tape.raw)] = end
    for run in _runs(pieces, tape):
        last_mark(run)
        first, last = offsets[run[0].start], offsets[run[-1].end]
        reading = "".join(piece.text for piece in run)
        yield Repair(
            first,
            last,
            reading,
            _gain(text, first, last, reading, loss.script),
            tuple(_guesses(run, text[last : last + 1])),
            channel.proves(reading, text[first:last]),
        )


def whole(text: str, start: int, end: int, channel: Channel) -> Repair | None:
    """The reading of a window of which every byte is sound, without a search; None where one is not."""
    seen = channel.seen
    raw = [seen[character] for character in text[start:end]]
    reading = channel.text("".join(filter(None, raw))) if all(raw) else None
    if not reading or reading == text[start:end]:
        return None
    head = _shared(reading, text[start:end])
    tail = _shared(reading[head:][::-1], text[start + head : end][::-1])
    start, end, reading = start + head, end - tail, reading[head : len(reading) - tail]
    before, after = text[start - 1 : start] or plausibility.START, text[end : end + 1]
    gain = plausibility.likelihood(reading + after, before) - plausibility.likelihood(text[start:end] + after, before)
    return Repair(start, end, reading, gain, (), channel.proves(reading, text[start:end]))


def _shared(one: str, other: str) -> int:
    """How many characters two strings share at their head."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def loss_of(window: str, around: str, channel: Channel) -> Loss:
    """What the reader seems to have lost in this window, and in which script the text around is."""
    lean = plausibility.lean(around)
    script = "hant" if channel.written == "big5" else "" if abs(lean) < 3 else "hant" if lean > 0 else "hans"
    if channel.read != "latin":
        return Loss("pairs", script)
    if channel.written != "utf-8" or not CONTROLS.isdisjoint(window):
        return Loss("none", script)
    return Loss("controls" if WINDOWS.keys().isdisjoint(window) else "undefined", script)


def _runs(pieces: list[Piece], tape: Tape) -> Iterator[list[Piece]]:
    """The repaired stretches, less the characters at both ends that stay as they are."""
    run: list[Piece] = []
    for piece in [*pieces, Piece((0, 0), "", KEPT)]:
        if piece.repaired:
            run.append(piece)
            continue
        while run and _stays(run[-1], tape):
            run.pop()
        while run and _stays(run[0], tape):
            run.pop(0)
        if run:
            yield run
        run = []


def _stays(piece: Piece, tape: Tape) -> bool:
    """Whether a piece is the character that stands there, whole."""
    whole = piece.end in tape.units or piece.end == len(tape.raw)
    return whole and tape.units.get(piece.start) == piece.text


def _gain(text: str, start: int, end: int, reading: str, script: str) -> float:
    before, after = text[start - 1 : start] or plausibility.START, text[end : end + 1]
    return _weight(before, reading + after, script) - _weight(before, text[start:end] + after, script)


def _weight(before: str, text: str, script: str) -> float:
    if quick := plausibility.compiled():
        return quick.weight_in(text, before, script)
    total = 0.0  # added one by one, as compiled code does
    for a, b in pairwise(before + text):
        total += weigh(plain(a), b, script)
    return total


def _guesses(run: list[Piece], after: str) -> Iterator[Guess]:
    """The guessed characters of a run, each weighed between its neighbours against all others that fit."""
    for number, piece in enumerate(run):
        if not piece.options:
            continue
        last = plain(run[number - 1].text) if number else plausibility.START
        following = run[number + 1].text if number + 1 < len(run) else after

        def between(character: str, last: str = last, following: str = following) -> float:
            return weigh(last, character) + (weigh(plain(character), following) if following else 0.0)

        before = run[:number]
        own, usual = between(piece.text), usage(piece.text, before)
        rivals = sum(
            10 ** (COOL * (between(c) - own) + usage(c, before) - usual)
            for c in weighed(piece.options, last).characters
            if c != piece.text
        )
        yield Guess(number, 1 / (1 + rivals))
