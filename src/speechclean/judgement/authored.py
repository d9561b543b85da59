"""Whether a piece that holds words of sites is an author's all the same: he tells of them, counts them up, or writes a preface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.judgement.likeness import likeness_within
from speechclean.judgement.reported import is_reported
from speechclean.judgement.series import is_member
from speechclean.judgement.voice import AUTHOR, voice_of

if TYPE_CHECKING:
    from speechclean.core.document import Document
    from speechclean.judgement.parting import Piece

LONGEST_LABEL, SHORT = 16, 10
AUTHORS = Pattern(
    r"[\s\[【(《]{0,4}(?:作者|译者|编者|[自代原译总再])?(?:序[论言]?|[引绪导]论|[引绪前]言|后记|跋)[\])】》\s]{0,2}[::】]"
)
"""A line that says itself that the author speaks, of whoever he thanks."""
BORROWED = Pattern(r"小编|[^\s，。、的]{2,10}[网吧库][为给](?:您|你|大家|广大)|本(?:站|网)")
"""What such a line says where a site wrote it."""
ANSWER, QUESTION, FAR = (
    Pattern(r"\s{0,3}(?:A|答)\d{0,2}[：:]"),
    Pattern(r"(?:Q|问)\d{0,2}[：:][^？?\n]{2,40}[？?]\s{0,3}\Z"),
    60,
)
"""How an answer begins, and the question that it is for."""
SURELY_AUTHOR = -2.0
"""A piece that reads worse than this is an author's, whatever words of sites stand in it."""
EXPLAINED, MANY_RIGHTS = 0.5, 4
"""A piece in which a site names itself, or so many rights, is theirs however it reads, where so much of it is words of sites
and nothing an author's."""


def author_wrote(document: Document, piece: Piece) -> bool:
    """Whether a piece reads so little like a site's that the words of sites in it are an author's matter."""
    if is_reported(document.text, piece.start, piece.end) or _under_authors_label(document, piece):
        return True
    if _answers(document.text, piece.start):
        return True
    first = document.line_at(piece.start).start
    if is_member(document.text, first) and (piece.start - first <= SHORT or not _names_a_site(document, piece)):
        return True
    if likeness_within(document.text, piece.start, piece.end) >= SURELY_AUTHOR:
        return False
    voice = voice_of(document, piece.start, piece.end)
    said = voice.has("self") or len(voice.heard("rights")) >= MANY_RIGHTS
    return not said or voice.has_any(AUTHOR) or voice.coverage() < EXPLAINED


def _answers(text: str, start: int) -> bool:
    """Whether a piece begins as the answer to a question right before it: Q4：…？A：…."""
    return (
        text[start : start + 4].lstrip()[:1] in ("A", "答")
        and ANSWER.match(text, start) is not None
        and QUESTION.search(text, max(0, start - FAR), start) is not None
    )


def _names_a_site(document: Document, piece: Piece) -> bool:
    """Whether a piece says whose site it speaks of, what to do there, or in brackets what there is to pay for the rest.

    A clause on rights says neither.
    """
    voice = voice_of(document, piece.start, piece.end)
    if piece.shape == "bracket" and voice.has("rest", "pay"):
        return True
    return voice.has_any(("self", "site", "by", "act", "follow", "urge", "more", "serve"))


def _under_authors_label(document: Document, piece: Piece) -> bool:
    """Whether a piece of a preface speaks of no site."""
    line = document.line_at(piece.start)
    head = document.folded(line.start, min(line.end, line.start + LONGEST_LABEL))
    if not (":" in head or "】" in head) or not AUTHORS.match(head):
        return False
    return BORROWED.search(document.folded(line.start, line.end)) is None
