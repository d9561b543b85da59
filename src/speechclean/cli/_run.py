"""The loop over inputs and the exit status: a bad input never stops a run and never goes unheard."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeVar

from speechclean.cli._messages import OutputError, complain, say, shown
from speechclean.core.errors import SpeechcleanError
from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from speechclean.core.result import Failure
    from speechclean.decisions import Decisions

P = ParamSpec("P")
R = TypeVar("R")
CLEANED = ("cleaned", "unchanged", "held")
RESTORED = ("restored", "unchanged")
MOST = 20
"""Texts with undecodable bytes that are told one by one."""
_FILES = ContextVar("files", default=False)
"""Whether the run writes files, one after the other."""


class Counted(Protocol):
    """What is counted of a result."""

    @property
    def status(self) -> str:
        """What became of the text."""

    @property
    def removed(self) -> int:
        """How many characters were removed."""

    @property
    def failures(self) -> Sequence[Failure]:
        """The rules that broke."""

    @property
    def unmatched(self) -> Sequence[str]:
        """The decisions that were not found again in the text."""


def tell_of_strangers(decisions: Decisions | None, names: Iterable[str]) -> None:
    """Say which decisions are of files that a run did not read."""
    refusals = decisions.strangers(names) if decisions else ()
    if refusals:
        paths = list(dict.fromkeys(refusal.path for refusal in refusals))
        more = f" and {counted(len(paths) - 3, 'other')}" if len(paths) > 3 else ""
        which = ", ".join(map(shown, paths[:3])) + more
        say(f"{counted(len(refusals), 'decision')} of files that were not read: {which}")


class Tally:
    """What became of the inputs, and what the exit status says of it."""

    def __init__(self, noun: str = "file", kinds: tuple[str, ...] = CLEANED) -> None:
        self.noun = noun
        self.counts = dict.fromkeys(kinds, 0)
        self.failures: list[tuple[str, str]] = []
        self.broken_rules = 0
        self.flaws = 0
        self.undecodable = 0
        self.findings = 0
        self.removed = 0
        self.earlier = 0
        self.passed_over = 0
        self.told_all = False

    @property
    def failed(self) -> int:
        """How many inputs could not be done."""
        return len(self.failures)

    @property
    def total(self) -> int:
        """How many inputs there were."""
        return sum(self.counts.values()) + self.failed

    def count(self, name: str, result: Counted) -> None:
        """Count one cleaned input; a rule that broke on it is complained of and makes the status 2."""
        self.counts[result.status] += 1
        self.removed += result.removed
        self.tell(name, result.unmatched, result.failures)

    def tell(self, name: str, unmatched: Sequence[str], failures: Sequence[Failure]) -> None:
        """Complain of decisions that were not found again, and of rules that broke, which make the status 2."""
        if unmatched:
            more = f" and {len(unmatched) - 3} more" if len(unmatched) > 3 else ""
            told = ", ".join(map(shown, unmatched[:3]))
            one = f"1 decision not found again in it: {told}"
            several = f"{grouped(len(unmatched))} decisions not found again in it: {told}{more}"
            complain(f"{shown(name)}: {one if len(unmatched) == 1 else several}")
        for failure in failures:
            self.broken_rules += 1
            complain(f"{shown(name)}: rule {failure.rule} broke ({failure.error}); the text was cleaned without it")

    def count_earlier(self, counts: dict[str, int], removed: int) -> None:
        """Count what an earlier run did."""
        for status, number in counts.items():
            self.counts[status] += number
            self.earlier += number
        self.removed += removed

    def fail(self, name: str, why: str, *, aloud: bool = True) -> None:
        """Count and report an input that could not be done."""
        self.failures.append((name, why))
        if aloud:
            complain(f"{shown(name)}: {why}")

    def flaw(self, name: str, why: str, *, aloud: bool = True) -> None:
        """Report what is wrong with what was written; that makes the status 2, and is no input that is counted."""
        self.flaws += 1
        if aloud:
            complain(f"{shown(name)}: {why}")

    def tell_undecodable(self, *told: str) -> None:
        """Say which bytes of texts became U+FFFD; the first are told one by one."""
        for line in told:
            self.undecodable += 1
            if self.undecodable <= MOST:
                say(line)

    def pass_over(self, name: str, *, aloud: bool) -> None:
        """Count a file that is no text; it was found, not named, so that is no failure."""
        self.passed_over += 1
        self.told_all = aloud
        if aloud:
            say(f"{shown(name)}: passed over, it is no text")

    def status(self, *, fail_on_held: bool = False) -> int:
        """0 done, 1 findings, 2 something could not be done."""
        if self.failures or self.broken_rules or self.flaws or (fail_on_held and self.counts["held"]):
            return 2
        return 1 if self.findings else 0

    def summary(self) -> str:
        """One line with denominators."""
        counts = [f"{grouped(number)} {kind}" for kind, number in {**self.counts, "failed": self.failed}.items()]
        removed = f" · {counted(self.removed, 'character')} removed" if "cleaned" in self.counts else ""
        told = f"{counted(self.total, self.noun)}: {', '.join(counts)}{removed}"
        earlier = f"{grouped(self.earlier)} done before"
        return f"{told} · {earlier}" if self.earlier else told

    def say_summary(self, summary: str = "") -> None:
        """The summary, this one or that of files, on standard error; with what it leaves out."""
        summary = summary or self.summary()
        left, number = bool(self.passed_over), grouped(self.passed_over)
        if left and self.told_all:
            summary = f"{summary} · {number} passed over as no text"
        elif left:
            summary = f"{summary} · {number} passed over as no text (-v names them)"
        if self.undecodable:
            summary = f"{summary} · undecodable bytes in {counted(self.undecodable, 'text')}"
        say(summary)

    def say_passed_over(self) -> None:
        """The same where there is no summary."""
        if self.passed_over:
            told = f"passed over as no text: {counted(self.passed_over, 'file')}"
            say(told if self.told_all else f"{told} (-v names them)")


def stop_cleanly(*, files: bool = True) -> None:
    """Let a request to end the process unwind it, so that no temporary file stays behind; `files` are to be written."""
    import signal

    _FILES.set(files)

    def stop(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    signal.signal(signal.SIGTERM, stop)


def interrupted() -> str:
    """What to say of a run that was broken off."""
    if _FILES.get():
        return "interrupted; the files that were written are whole, and the same command does the rest"
    return "interrupted"


def grouped(number: int) -> str:
    """A number with a space between thousands."""
    return f"{number:,}".replace(",", " ")


def counted(number: int, noun: str) -> str:
    """`1 file`, `1 237 files`."""
    return f"{grouped(number)} {noun}" if number == 1 else f"{grouped(number)} {noun}s"


def attempt(tally: Tally, name: str, work: Callable[P, None], *given: P.args, **more: P.kwargs) -> None:
    """Do the work for one input; whatever goes wrong is that input's failure alone."""
    answer = tried(name, work, *given, **more)
    if isinstance(answer, Refused):
        tally.fail(name, answer.why)


class Refused(NamedTuple):
    """Why an input could not be done."""

    why: str


def tried(name: str, work: Callable[P, R], *given: P.args, **more: P.kwargs) -> R | Refused:
    """What the work gives for one input, or why it could not be done."""
    try:
        return work(*given, **more)
    except (BrokenPipeError, OutputError):
        raise
    except SpeechcleanError as error:
        return Refused(str(error))
    except OSError as error:
        return Refused(told(error, name))
    except MemoryError:
        return Refused("there is not enough memory for it")
    except Exception as error:  # noqa: BLE001  # a defect of ours must not cost the other files
        return Refused(f"internal error, please report it: {type(error).__name__}: {error}")


def told(error: OSError, name: str = "") -> str:
    """What the system refused, and at which file when that is not the one called `name`."""
    why = error.strerror or str(error)
    place = error.filename if isinstance(error.filename, str) else ""
    return f"{shown(place)}: {why}" if place and place != name else why
