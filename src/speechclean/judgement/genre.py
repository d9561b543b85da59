"""What kind of text a document is, where that changes what counts as noise."""

from __future__ import annotations


def is_manual(text: str) -> bool:
    """Whether the text is written in Markdown or shows code: it tells its readers where to click, and may."""
    code = ("`" in text and "```" in text) or ("]" in text and "](" in text) or "npm install" in text
    return code or ("#" in text and (text.startswith("# ") or "\n## " in text))
