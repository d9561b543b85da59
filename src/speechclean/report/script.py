"""Names the script of a text, for reports."""

from __future__ import annotations

from speechclean.rules.script.named import script_of

__all__ = ["script_of"]
