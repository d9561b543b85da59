"""A page that an extractor wrote in Markdown, as rules read it that know pages of text: without its markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.document import Document
from speechclean.judgement.extracted import is_page
from speechclean.judgement.markdown import unmarked
from speechclean.triggers import Awake

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechclean.core.edit import Edit
    from speechclean.core.note import Note
    from speechclean.triggers import Triggers


class PageReading:
    """The reading of a page while its text changes: what rules are asked about, and where their edits lie in the text."""

    def __init__(self, triggers: Triggers, text: str) -> None:
        self._triggers = triggers
        self._unmarked = unmarked(text)
        self._awake = Awake(triggers, self._unmarked.text)
        self.document = Document(self._unmarked.text, self._awake.found)
        self.document.know(is_page, said=True)

    def follow(self, text: str) -> None:
        """Read the text again where it was changed."""
        if text == self._unmarked.marked:
            return
        self._unmarked = unmarked(text)
        self._awake = Awake(self._triggers, self._unmarked.text)
        self.document = self.document.changed(self._unmarked.text, self._awake.found, ())
        self.document.again = True

    def awake(self, mask: int) -> int:
        """Those of these rules that the reading wakes."""
        return self._awake.of(mask)

    def marked(self, edits: Iterable[Edit], notes: Iterable[Note]) -> tuple[list[Edit], tuple[Note, ...]]:
        """What rules found, in the text's offsets."""
        return list(self._unmarked.edits(edits)), tuple([self._unmarked.note(note) for note in notes])
