"""The review page: one HTML file that opens from disk, asks nothing of the network, and shows every change.

Its head, style and script are the data files in `review/`; the documents are JSON in elements of their own, one a
file, so that the page reads a file when it is looked at. A content security policy with the hashes of the one style
and the one script lets nothing else run or load, whatever the documents hold.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from speechclean.core.rule import Safety
from speechclean.report.page_file import file_data, taken
from speechclean.report.script import script_of
from speechclean.wording import language, worded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from speechclean.core.result import Result
    from speechclean.core.rule import Rule
    from speechclean.decisions import Decisions, Refusal
    from speechclean.report.forms import About

DATA = Path(__file__).with_name("review")
SCRIPTS = ("words.js", "model.js", "text.js", "side.js", "inspector.js", "decisions.js", "main.js")
"""The parts of the one script, in order."""
LANGUAGES = {"hans": "zh-Hans", "hant": "zh-Hant", "japanese": "ja"}
"""Whose characters a text is shown in, by its script."""
DELICATE = re.compile("[<>&\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufdd0-\ufdef\ufffe\uffff]")
"""What is written as an escape within JSON: it might end the element, or not arrive as it is."""


class Report:
    """One run as a page, told at the end; what it shows of each file is kept as text."""

    def __init__(self, about: About) -> None:
        self._about = about
        self._decisions = _decisions(about)
        self._earlier: set[Refusal] = set()
        self._decided: list[int] = []
        self._rules: dict[str, int] = {}
        self._files: list[list[Any]] = []
        self._failed: list[tuple[str, str]] = []
        self._elements: list[str] = []

    def add(self, path: str, result: Result, record: int | None = None) -> str:
        """Take in what became of a file or a record."""
        name = path if record is None else f"{path}:{record + 1}"
        earlier = [refusal for refusal, _ in self._decisions.of(path, record)] if self._decisions else []
        if earlier:
            self._earlier.update(earlier)
            self._decided.append(len(self._files))
        data, changes = file_data(result, self._rule, earlier)
        by_rule = {str(self._rule(rule)): counts for rule, counts in taken(changes).items()}
        size = [len(result.before), result.removed]
        told = [result.status, result.encoding, *size, len(changes), by_rule, len(result.notes), result.truncated]
        told.append(LANGUAGES.get(script_of(result.before), "zh"))
        if any(data.values()):
            self._elements.append(_element(f"file-{len(self._files)}", data))
        self._files.append([name, *told])
        return ""

    def fail(self, path: str, why: str) -> str:
        """Take in a file that could not be done."""
        self._failed.append((path, worded(why)))
        return ""

    def whole(self, counts: Mapping[str, int]) -> str:
        """The page."""
        from speechclean.decisions.files import entry

        others = [r for r in self._decisions.refusals if r not in self._earlier] if self._decisions else []
        index = {
            "version": 1,
            "language": language(),
            "tool": self._about.tool,
            "counts": dict(counts),
            "rules": self._described(),
            "files": self._files,
            "failed": self._failed,
            "earlier": self._decided,
            "others": [entry(refusal) for refusal in others],
            "digest": sha256("".join(self._elements).encode()).hexdigest()[:16],
        }
        style = (DATA / "page.css").read_text(encoding="utf-8")
        script = "".join((DATA / name).read_text(encoding="utf-8") for name in SCRIPTS)
        head = (DATA / "head.html").read_text(encoding="utf-8").replace("POLICY", _policy(style, script))
        body = (DATA / "body.html").read_text(encoding="utf-8")
        parts = (head, f"<style>{style}</style>\n", body, _element("index", index), *self._elements)
        return "".join((*parts, f"<script>{script}</script>\n</body>\n</html>\n"))

    def _rule(self, name: str) -> int:
        """The number of a rule on the page."""
        return self._rules.setdefault(name, len(self._rules))

    def _described(self) -> list[list[object]]:
        """Name, stage, whether it is safe, and the summaries of the rules that did something."""
        if not self._rules:
            return []
        from speechclean.report.rules import described

        stages = described(self._about.stages, self._about.settings.choices)
        known = {rule.name: (stage.name, rule) for stage in stages for rule in stage.rules}
        return [_rule_data(name, *known.get(name, ("", None))) for name in self._rules]


def _decisions(about: About) -> Decisions | None:
    """The decisions that the run honours: the page carries them on."""
    if not about.settings.decisions:
        return None
    from speechclean.decisions import load

    return load(*about.settings.decisions)


def _rule_data(name: str, stage: str, rule: Rule | None) -> list[object]:
    if rule is None:
        return [name, name.partition("-")[0], stage, True, "", ""]
    return [name, rule.family, stage, rule.safety is Safety.SAFE, rule.summary.en, rule.summary.zh]


def _element(name: str, data: object) -> str:
    """An element that holds data as JSON, which no reader of HTML can take for anything else."""
    json = dumps(data, ensure_ascii=False, separators=(",", ":"))
    escaped = DELICATE.sub(lambda match: f"\\u{ord(match[0]):04x}", json)
    return f'<script type="application/json" id="{name}">{escaped}</script>\n'


def _policy(style: str, script: str) -> str:
    """What the page may do: use the one style and run the one script."""
    digests = [b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
