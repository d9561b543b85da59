"""What SARIF is told of the rules that found something: text, safety, examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from speechclean.core.rule import Rule, Safety
from speechclean.report.rules import described, section

if TYPE_CHECKING:
    from speechclean.report.forms import About

OTHERS = {
    "bytes": "The text stays; how it is written changes: UTF-8 without BOM, one kind of newline, one at the end.",
    "noted-gap": "A part of the author's text is missing here.",
    "noted-mask": "Somebody masked a name or a number here; it stays.",
    "noted-mojibake": "Damage that cannot be repaired with certainty.",
    "noted-held": "More would have been removed than --max-removal allows, so nothing was.",
    "noted-suspect": "Looks like noise, but not enough like it to be removed.",
}
"""Findings that no rule stands behind, and what is known of each."""


class Descriptors:
    """The rules in the order in which they first found something."""

    def __init__(self, about: About) -> None:
        self._about = about
        self._known: dict[str, tuple[Rule, str]] = {}
        self._places: dict[str, int] = {}
        self.listed: list[dict[str, Any]] = []

    def index(self, name: str) -> int:
        """The place of a rule in the list; it is added to it when it is new."""
        if name not in self._places:
            self._places[name] = len(self.listed)
            self.listed.append(self._descriptor(name))
        return self._places[name]

    def _descriptor(self, name: str) -> dict[str, Any]:
        if name in OTHERS:
            return {"id": name, "shortDescription": {"text": OTHERS[name]}}
        self._known = self._known or {
            rule.name: (rule, stage.name)
            for stage in described(self._about.stages, self._about.settings.choices)
            for rule in stage.rules
        }
        if name not in self._known:
            return {"id": name, "shortDescription": {"text": name}}
        return _of_rule(*self._known[name])


def _of_rule(rule: Rule, stage: str) -> dict[str, Any]:
    safe = rule.safety is Safety.SAFE
    page = section(rule)
    descriptor: dict[str, Any] = {
        "id": rule.name,
        "shortDescription": {"text": rule.summary.en},
        "fullDescription": {"text": " · ".join(dict.fromkeys(rule.summary))},
        "help": {"text": page.partition("\n\n")[2], "markdown": page},
        "defaultConfiguration": {"enabled": safe, "level": "warning"},
        "properties": {"safety": rule.safety.value, "stage": stage, "family": rule.family},
    }
    if rule.aliases:
        descriptor["deprecatedIds"] = list(rule.aliases)
    return descriptor
