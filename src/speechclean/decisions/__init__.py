"""What a person refused: changes that are not to be made, kept in a file, and found again in texts that moved on."""

from __future__ import annotations

from speechclean.decisions.changes import Change, changes
from speechclean.decisions.files import Decisions, dump, load
from speechclean.decisions.guard import Guard
from speechclean.decisions.refusal import Context, Refusal

__all__ = ["Change", "Context", "Decisions", "Guard", "Refusal", "changes", "dump", "load"]
