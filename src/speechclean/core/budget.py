"""How much of a text may be removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.note import Note
from speechclean.core.patch import Patch
from speechclean.core.result import Outcome, Step

if TYPE_CHECKING:
    from speechclean.core.edit import Edit

SMALL = 500
"""Documents with fewer Han characters than this are exempt from the removal budget."""
PAGES, OF_PAGES = frozenset(("furniture", "boilerplate")), 2 / 3
"""What these stages take, a page's word for word, weighs so much in the budget: forums print more around a post than stands in it."""


def is_over(most: float, text: str, cuts: list[tuple[str, Edit]]) -> bool:
    """Whether these edits, each of the stage of a name, take more than the share `most` of a text's Han characters."""
    if sum(len(cut.old) for _, cut in cuts) < SMALL * most:
        return False
    total = han(text)
    lost = sum((OF_PAGES if stage in PAGES else 1.0) * (han(cut.old) - han(cut.new)) for stage, cut in cuts)
    return total >= SMALL and lost > most * total


def han(text: str) -> int:
    """How many Han characters a text holds."""
    return sum("㐀" <= character <= "鿿" or "豈" <= character <= "﫿" or character >= "𠀀" for character in text)


def held(refused: Outcome, repaired: Outcome) -> Step:
    """A step that changes nothing and notes what was not removed."""
    done = {(step.stage, edit) for step in repaired.steps for edit in step.patch.edits}
    cuts = [edit for step in refused.steps for edit in step.patch.edits if (step.stage, edit) not in done]
    taken = "；".join(cut.old.strip()[:40] for cut in cuts)
    return Step("budget", Patch(), (Note("held", 0, len(repaired.text), taken, "max-removal"),))
