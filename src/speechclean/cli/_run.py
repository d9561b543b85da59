"""The loop over inputs and the exit status: a bad input never stops a run and never goes unheard."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from speechclean.cli._messages import complain, say, shown
from speechclean.core.errors import SpeechcleanError

if TYPE_CHECKING:
    from collections.abc import Callable

    from speechclean.core.result import Result


@dataclass
class Tally:
    """What became of the inputs, and what the exit status says of it."""

    noun: str = "file"
    cleaned: int = 0
    unchanged: int = 0
    held: int = 0
    failed: int = 0
    removed: int = 0
    broken_rules: int = 0
    findings: int = 0
    rows: list[tuple[str, Result]] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many inputs there were."""
        return self.cleaned + self.unchanged + self.held + self.failed

    def count(self, name: str, result: Result) -> None:
        """Count one cleaned input; a rule that broke on it is complained of and makes the status 2."""
        setattr(self, result.status, getattr(self, result.status) + 1)
        self.removed += result.removed
        for failure in result.failures:
            self.broken_rules += 1
            complain(f"{shown(name)}: rule {failure.rule} broke ({failure.error}); the text was cleaned without it")

    def fail(self, name: str, why: str) -> None:
        """Count and report an input that could not be done."""
        self.failed += 1
        complain(f"{shown(name)}: {why}")

    def status(self, *, fail_on_held: bool = False) -> int:
        """0 done, 1 findings, 2 something could not be done."""
        if self.failed or self.broken_rules or (fail_on_held and self.held):
            return 2
        return 1 if self.findings else 0

    def summary(self) -> str:
        """One line with denominators."""
        nouns = self.noun if self.total == 1 else f"{self.noun}s"
        counts = f"{self.cleaned} cleaned, {self.unchanged} unchanged, {self.held} held, {self.failed} failed"
        return f"{grouped(self.total)} {nouns}: {counts} · {grouped(self.removed)} characters removed"

    def say_summary(self, *, quiet: bool) -> None:
        """The summary on standard error, unless it is to be quiet."""
        if not quiet:
            say(self.summary())


def grouped(number: int) -> str:
    """A number with a space between thousands."""
    return f"{number:,}".replace(",", " ")


def attempt(tally: Tally, name: str, work: Callable[[], None]) -> bool:
    """Do the work for one input; whatever goes wrong is that input's failure alone. Tells whether it went well."""
    try:
        work()
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except SpeechcleanError as error:
        tally.fail(name, str(error))
    except OSError as error:
        tally.fail(name, error.strerror or str(error))
    except Exception as error:  # noqa: BLE001  # a defect of ours must not cost the other files
        tally.fail(name, f"internal error, please report it: {type(error).__name__}: {error}")
    else:
        return True
    return False
