"""Cuts sentences and brackets inside a paragraph that read like what sites print.

What an author says of sites, what is quoted, and a sentence with an author's words glued to it stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.cuts import holds_ad
from speechclean.judgement.filler import with_filler
from speechclean.judgement.genre import is_manual
from speechclean.judgement.likeness import likeness, likeness_within, told, trigger_words, triggers
from speechclean.judgement.mentioned import is_cited
from speechclean.judgement.parting import Piece, brackets, holds_one, likely_sentences, marked_lines
from speechclean.judgement.quotations import is_quoted
from speechclean.judgement.reported import is_reported
from speechclean.judgement.series import is_member, is_spoken
from speechclean.judgement.shown_code import is_shown_code
from speechclean.judgement.tails import tail_of_author
from speechclean.judgement.voice import AUTHOR, Voice, voice_of
from speechclean.rules.close.end_mark import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document, Line
    from speechclean.core.edit import Edit

TRIGGERS = triggers()
_TRIGGERS = trigger_words()
NEED, OF_OPEN = 2.5, 1.5
"""What a piece needs to go, and how much more a question, for authors ask, too, and one that goes on behind a semicolon."""
ARROWS = "→←↑↓-—–#"
ELLIPSIS = "….。 "
CLAUSE = Pattern(r"[,，、:：;；\s—~～|]+")
SHORT = 4
FOREIGN = -1.0
"""A clause that reads worse than this is an author's."""
BYLINE = Pattern("责任编辑|责编|作者|记者|通讯员|供稿|摄影|无正文")
NOTE = Pattern(r"[（(【\[]?作者(?:的话|的話|有[话話](?:要)?[说說]|留言|按语?)[^，。\n]{0,3}[:：]")
"""So an author's own note to his readers begins: what he asks of them there is his."""
HAN = Pattern("[㐀-鿿]")
FEWEST_HAN = 6


def find(document: Document) -> Iterator[Edit]:
    """Read the sentences and brackets that hold a trigger."""
    if document.fact(is_manual):
        return
    for line, places in marked_lines(document, _TRIGGERS):
        done = -1
        pieces = _likely(document.text, line, places)
        if pieces and MARK.fullmatch(document.text, *line):
            continue  # a frame around a text, which goes whole
        edits: list[Edit] = []
        for piece in pieces:
            if done <= piece.start and (why := _judge(document, piece)) and not holds_ad(document, piece):
                done = piece.start + tail_of_author(document.folded(piece.start, piece.end))
                edits.append(cut(document.text, piece.start, done, why))
        yield from with_filler(document, line, edits) if edits and _presents(document, edits[-1]) else edits


def _presents(document: Document, edit: Edit) -> bool:
    """Whether a site's sentence presents the text below it."""
    voice = voice_of(document, edit.start, edit.end)
    return voice.has_any(("made", "serve")) and voice.has_any(("self", "site", "by", "open", "text"))


def _likely(text: str, line: Line, places: list[int]) -> list[Piece]:
    """The pieces of a line that hold one of the places and read like a site's."""
    found = likely_sentences(text, line, places, NEED)
    for piece in brackets(text, line):
        bracket = _bare(text, piece)
        if holds_one(places, bracket.start, bracket.end) and text[bracket.start] not in ARROWS:
            found += [bracket] if likeness_within(text, bracket.start, bracket.end) >= NEED else []
    return found if len(found) < 2 else sorted(found, key=lambda piece: (piece.start, piece.shape))


def _bare(text: str, piece: Piece) -> Piece:
    """A bracket without the ellipses around it."""
    whole = text[piece.start : piece.end]
    start = piece.start + len(whole) - len(whole.lstrip(ELLIPSIS))
    return Piece(start, piece.start + len(whole.rstrip(ELLIPSIS)), piece.shape)


def _judge(document: Document, piece: Piece) -> str:
    """The evidence that a piece is a site's, or nothing."""
    folded = document.folded(piece.start, piece.end)
    score = likeness(folded)
    if score < NEED + OF_OPEN * folded.endswith(("?", "？", ";", "；")):
        return ""
    voice = Voice(folded)
    if BYLINE.search(folded) or len(HAN.findall(voice.sentence)) < FEWEST_HAN:
        return ""
    if any(map(voice.heard, AUTHOR)) or _is_told_of(document.text, piece) or _glued(folded):
        return ""
    return f"reads like a site's, {score:+.1f}: {told(folded)}"


def _is_told_of(text: str, piece: Piece) -> bool:
    first = text.rfind("\n", 0, piece.start) + 1
    return (
        NOTE.match(text, first, piece.start) is not None
        or is_quoted(text, piece.start, piece.end)
        or is_reported(text, piece.start, piece.end)
        or is_cited(text, first)
        or is_shown_code(text, piece.start)
        or (piece.start == first and is_member(text, piece.start))
        or (piece.shape == "sentence" and is_spoken(text, piece.start))
    )


def _glued(folded: str) -> bool:
    """Whether the first or the last clause may be the author's, or one of those between surely is."""
    clauses = [clause for clause in CLAUSE.compiled.split(folded) if len(clause) > SHORT]
    scores = [likeness(clause) for clause in clauses]
    return bool(scores) and (scores[0] < 0 or scores[-1] < 0 or min(scores) < FOREIGN)


RULE = Rule(
    name="site-sentence",
    summary=Summary(
        "Sentences and brackets that read like a site's, by learned weights",
        "读来像网站套语的句子与括注（按学得的权重）",
    ),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example(
            "他推开了门。（如果觉得本文不错，欢迎点赞收藏并分享给更多好友）屋里空无一人，只有钟还在走。",
            "他推开了门。屋里空无一人，只有钟还在走。",
        ),
        Example.keep("报告说，点击率和收藏数都不能说明文章的好坏，读完才算数。", why="a sentence about sites"),
        Example.keep("他念道：“点击下方链接，查看更多内容。”念完自己先笑了。", why="what someone reads aloud"),
    ),
)
