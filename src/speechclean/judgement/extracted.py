"""Whether a text in Markdown is a web page that an extractor wrote, by what only sites print; an author's is left alone."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.judgement.genre import has_link
from speechclean.judgement.markdown import links, without_code
from speechclean.lexicon import load

if TYPE_CHECKING:
    from speechclean.judgement.markdown import Link

FEWEST = 3
"""A text with fewer links is read as it stands."""
FEW, MANY = 8, 12
"""So many links are few for a page, and so many speak for one."""
MOST_CONTROLS = 4
"""However many controls are among the links, they weigh no more."""
ENOUGH, ENOUGH_OF_FEW = 7, 8
"""What a page's signs weigh at least, and those of one with fewer than `FEW` links."""
JINA = Pattern(r"\s*(?:Title: [^\n]*\n+)?URL Source: \S+\n")
"""The head that Jina Reader writes."""
AUTHORED = Pattern(
    r"\A(?:---|\+\+\+)\n|npm install|shields\.io|\]\([^)\s:]{0,300}\.md[)#]|\[\[[^\[\]\n]+\]\](?![{(])|- \[[ x]\] "
)
"""The head of a source, badges, links to its other files and notes, tasks."""
TOLD = Pattern(
    r"(?m)^[ ]{0,6}(?:[*+-]|\d{1,3}\.)[ ]+\[[^\[\]\n]{1,80}\]\([^()\n]{1,200}\)"
    r"(?:[:：,，—–-]| [—–-])[ ]?[\u4e00-\u9fff“「][^\n]{2}"
)
"""A link with what the author says of it."""
MOST_TOLD = 2
PRINTED = Pattern(
    r"\]\([ ]?(?:javascript|about:blank)|ICP ?[备備证]|公网安备|[跳转]+[到至](?:主要)?内容|Skip to (?:main )?content|::: \{",
    re.IGNORECASE,
)
"""Scripts behind links, numbers of sites, what is read aloud of a page, and its parts as pandoc writes them."""
RIGHTS = Pattern("All Rights Reserved|版权所有|著作[权權][归歸]", re.IGNORECASE)
"""An author may write it, too."""
ROOT = Pattern(r"/|(?:https?:)?//[^/]+/?|(?:\.\./)*index\.\w+")
LOGIN = Pattern(r"/(?:log-?in|sign_?in|sign_?up|register|reg\b|passport)")
HOMES = frozenset(("首页", "主页", "网站首页", "home"))


def is_page(text: str) -> bool:
    """Whether an extractor wrote this Markdown of a page."""
    if JINA.match(text):
        return True
    if text.count("](") + text.count("][") < FEWEST or AUTHORED.search(text):
        return False
    text = without_code(text) if "`" in text else text
    if sum(1 for _ in TOLD.finditer(text)) > MOST_TOLD:
        return False
    found = [link for link in links(text) if not link.picture and link.target]
    return len(found) >= FEWEST and _weight(text, found) >= (ENOUGH if len(found) >= FEW else ENOUGH_OF_FEW)


def is_authors_markdown(text: str) -> bool:
    """Whether an author wrote this Markdown: its links, its rights are his."""
    return "]" in text and "](" in text and has_link(text) and not is_page(text)


def _weight(text: str, found: list[Link]) -> int:
    """How much of what sites print there is: controls among the links, a logo, a way to log in, what only pages say."""
    words = {fold(text[link.first : link.last]).strip(" #*") for link in found}
    to_root = [text[link.first : link.last] for link in found if ROOT.fullmatch(link.target)]
    return (
        min(len(words & _controls()), MOST_CONTROLS)
        + (len(found) >= MANY)
        + 3 * len({match.group().lower() for match in PRINTED.finditer(text)})
        + len({match.group().lower() for match in RIGHTS.finditer(text)})
        + 2 * any("![" in shown for shown in to_root)
        + any(fold(shown).strip() in HOMES for shown in to_root)
        + any(LOGIN.search(link.target) for link in found)
    )


@cache
def _controls() -> frozenset[str]:
    return frozenset(word for name in ("controls", "controls_plain", "page_labels") for word in load(name))
