"""Asks a rule again after its own edits, so that a second run of the tool finds nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import Edit
from speechclean.core.errors import RuleFileError, RuleTimeout
from speechclean.core.note import Note
from speechclean.core.patch import Patch
from speechclean.rules.custom.engine import LIMIT, Clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from speechclean.core.document import Document
    from speechclean.core.rule import Find

    Finder = Callable[[str, Clock], Iterable[Edit | Note]]

ROUNDS = 10
"""A rule that still finds something after so many rounds on its own result grows the text, or never ends."""


def settled(name: str, finder: Finder) -> Find:
    """What a rule finds, its own result included, as edits on the text it was given.

    It raises RuleTimeout when the document's time is over, RuleFileError when the rule does not come to rest.
    """

    def find(document: Document) -> list[Edit | Note]:
        try:
            return _find(document, finder)
        except TimeoutError:
            raise RuleTimeout(
                f"your rule {name} ran out of time ({LIMIT:g} s a document), so the text is not cleaned; "
                "`speechclean rules lint FILE` looks for patterns that are slow"
            ) from None

    return find


def _find(document: Document, finder: Finder) -> list[Edit | Note]:
    clock = document.fact(Clock)
    text = document.text
    found = list(finder(text, clock))
    notes = [item for item in found if isinstance(item, Note)]
    patch = total = _patch(found)
    for _ in range(ROUNDS):
        if not patch:
            return [*total.edits, *notes]
        text = patch.apply(text)
        patch = _patch(finder(text, clock))
        total = total.then(patch)
    raise RuleFileError(f"it changes its own result again and again, {ROUNDS} times and more")


def _patch(found: Iterable[Edit | Note]) -> Patch:
    return Patch.collect(item for item in found if isinstance(item, Edit))
