"""What kind of text a document is, where that changes what counts as noise."""

from __future__ import annotations


def is_manual(text: str) -> bool:
    """Whether the text is written in Markdown or shows code: it tells its readers where to click, and may."""
    return "```" in text or "](" in text or "\n## " in text or text.startswith("# ") or "npm install" in text
