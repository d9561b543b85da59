"""Cuts the pieces of a line that are a site's: the line, a bracket, a run between decorations, a sentence."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.judgement.authored import author_wrote
from speechclean.judgement.likeness import likeness
from speechclean.judgement.page_line import is_furniture, is_prose, read
from speechclean.judgement.parting import Piece, brackets, held_sentences, holds_one, sentences
from speechclean.judgement.quotations import is_quoted
from speechclean.judgement.related import header_of
from speechclean.judgement.reported import cut_behind_title, names_source
from speechclean.judgement.shown_code import is_shown_code
from speechclean.judgement.tails import tail_of_author
from speechclean.judgement.verse import is_of_verse
from speechclean.judgement.voice import Voice, voice_of
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from speechclean.core.document import Document, Line
    from speechclean.core.edit import Edit

LONGEST_LINE = 260
LONGEST_LABEL = 16
SHORT, SHORTEST = 10, 4
"""A question as 文章有用？ may be in any words of a site."""
FEW = 12
"""With more pieces than this in one line none is judged by its neighbours."""
LABELLED = Pattern(
    r"[\s\[【(★☆◆]{0,4}(?:小编(?:按|寄语|提示|推荐|导读|语)|导[语读]|编后语|(?:温馨|友情"
    r"|特别)提[示醒])[\])】\s]{0,2}[::】]"
)
"""A line that says itself that an editor speaks goes whole."""
SURELY = Pattern(r"欢迎(?:来到|光临|访问|进入|浏览|您)|(?:©|\(c\)|copyright)[ ©]{0,3}(?:19|20)\d\d")
"""However few of its words are known, what begins so is a site's."""
SURELY_AUTHOR, PLAINLY = -2.0, -5.0
"""A piece that reads worse than this is an author's, whatever words of sites stand in it."""
FULL_STOP, SEMICOLONS, EDITOR = "。", ";；", "小编"
"""The first says little by itself: with it the last clause of a site's editor reads like an author's."""
CLAUSE = Pattern(r"[,，、:：\s]+")
TITLE = Pattern(r"《[^《》\n]{1,60}》")


def cut_pieces(document: Document, line: Line, places: list[int], judge: Callable[[Piece], str]) -> Iterator[Edit]:
    """Cut the whole line, or those of its brackets and sentences, for which `judge` gives evidence.

    Only pieces that hold one of the places are judged. A line of several sentences goes whole only when each of them
    sounds like a site. The header of a list stays: without it the list below would look like text.
    """
    text, parts = document.text, sentences(document.text, line)
    if why := _why_whole(document, line, parts, judge):
        yield cut_behind_title(document, line, why)
        return
    held = [piece for piece in held_sentences(text, line, places) if not _goes_on_as_author(document, piece, parts)]
    taken = _take(document, [*brackets(text, line), *held], places, judge)
    if not taken or _heads_list(document, line):
        return
    if len(taken) <= FEW:
        for part in (*parts, *reversed(parts)):
            if _beside(document, part, taken):
                taken.append((part.start, part.end, taken[0][2]))
    if _nothing_left(document, line, taken):
        yield cut_line(text, line.start, line.end, taken[0][2])
        return
    for start, end, why in sorted(taken):
        yield cut(text, start, end, why)


def _goes_on_as_author(document: Document, piece: Piece, parts: list[Piece]) -> bool:
    """Whether a piece ends in a semicolon, and what goes on behind it is no site's."""
    if document.text[piece.end - 1] not in SEMICOLONS:
        return False
    behind = next((part for part in parts if part.start >= piece.end), None)
    return behind is not None and not _like_a_site(document, behind) and not _controls(document, behind)


def _why_whole(document: Document, line: Line, parts: list[Piece], judge: Callable[[Piece], str]) -> str:
    """The evidence that a whole line is a site's and nothing in it an author's, or nothing."""
    whole = Piece(line.start, line.end, "line")
    if line.end - line.start > LONGEST_LINE or _is_authors(document, line):
        return ""
    if len(parts) > 1 and not _are_a_sites(document, whole, parts):  # of a paragraph the first sentence mostly tells
        return ""
    if not (why := judge(whole)) or author_wrote(document, whole) or _heads_list(document, line):
        return ""
    if len(parts) > 1:
        return why
    if tail_of_author(document.folded(line.start, line.end)) < line.end - line.start or _is_around_bracket(
        document, line, judge
    ):
        return ""
    glued = _ends_as_author(document, whole) and not _are_a_sites(document, whole, parts)
    return "" if glued or _is_enclosed(document, whole) else why


def _is_authors(document: Document, line: Line) -> bool:
    """Whether a line is quoted, one of verse, or of code."""
    if is_quoted(document.text, line.start, line.end) or is_of_verse(document, line):
        return True
    return is_shown_code(document.text, line.start)


def _are_a_sites(document: Document, whole: Piece, parts: list[Piece]) -> bool:
    """Whether no sentence of a line is an author's, or the line says itself who speaks."""
    if LABELLED.match(document.folded(whole.start, min(whole.end, whole.start + LONGEST_LABEL))):
        return True
    for part in parts:  # noqa: SIM110  # a generator would not be compiled to C
        if not (_like_a_site(document, part) or _controls(document, part)):
            return False
    return True


def _clauses(document: Document, piece: Piece, short: int) -> list[str]:
    """The clauses of a piece, folded, that are not so short."""
    return [clause for clause in CLAUSE.split(document.folded(piece.start, piece.end)) if len(clause) > short]


def _ends_as_author(document: Document, piece: Piece) -> bool:
    """Whether the last clause of a longer line surely is an author's: something was glued into his sentence."""
    clauses = _clauses(document, piece, SHORT)
    if len(clauses) < 2 or likeness(clauses[-1]) >= SURELY_AUTHOR:
        return False
    is_editor = EDITOR in voice_of(document, piece.start, piece.end).heard("self")
    return not is_editor or likeness(clauses[-1].rstrip(FULL_STOP)) < SURELY_AUTHOR


def _is_enclosed(document: Document, piece: Piece) -> bool:
    """Whether the first of several clauses is rather an author's, and the last one plainly."""
    clauses = _clauses(document, piece, SHORTEST)
    return len(clauses) > 2 and likeness(clauses[-1]) < PLAINLY and likeness(clauses[0]) < 0


def _is_around_bracket(document: Document, line: Line, judge: Callable[[Piece], str]) -> bool:
    """Whether a bracket in a line is a site's, and what stands around it surely an author's."""
    for bracket in brackets(document.text, line):
        if bracket.end < line.end and judge(bracket):
            rest = document.folded(line.start, bracket.start) + document.folded(bracket.end, line.end)
            return len(rest) > SHORT and likeness(rest) < SURELY_AUTHOR and not Voice(rest).like_a_site()
    return False


def _heads_list(document: Document, line: Line) -> bool:
    """Whether the line is the header of a list; one that ends as a sentence has its list in itself."""
    return document.text[line.end - 1 : line.end] not in "。！!" and bool(header_of(document, line))


def _controls(document: Document, piece: Piece) -> bool:
    return _is_furniture(document.folded(piece.start, piece.end))


def _is_furniture(folded: str) -> bool:
    return not is_prose(folded) and is_furniture(read(folded), folded)


def _take(
    document: Document, pieces: list[Piece], places: list[int], judge: Callable[[Piece], str]
) -> list[tuple[int, int, str]]:
    """The pieces that hold one of the places, overlap no other and are judged to be a site's, with the evidence."""
    taken: list[tuple[int, int, str]] = []
    for piece in pieces:
        if not holds_one(places, piece.start, piece.end):
            continue
        near = bisect_left(taken, (piece.end,))
        if near and taken[near - 1][1] > piece.start:
            continue
        if (why := judge(piece)) and _apart(document, piece) and not author_wrote(document, piece):
            end = _end(document, piece)
            taken.insert(near, (piece.start, end, why))
    return taken


def _end(document: Document, piece: Piece) -> int:
    """Where a piece ends; of a sentence what an author wrote behind it is none of it."""
    if piece.shape != "sentence":
        return piece.end
    return piece.start + tail_of_author(document.folded(piece.start, piece.end))


def _apart(document: Document, piece: Piece) -> bool:
    """Whether a piece stands outside of quotations, and a sentence has nothing glued to it."""
    if is_quoted(document.text, piece.start, piece.end):
        return False
    return piece.shape == "bracket" or (
        not names_source(document.text, piece.start) and _whole_sentence(document, piece)
    )


def _beside(document: Document, part: Piece, taken: list[tuple[int, int, str]]) -> bool:
    """Whether a short sentence beside a cut one is a site's from end to end, as 欢迎来到本站 is."""
    if part.end - part.start > 25:
        return False
    beside = False
    for start, end, _ in taken:
        if part.start < end and start < part.end:
            return False
        beside = beside or abs(part.start - end) < 2 or abs(start - part.end) < 2
    if not beside:
        return False
    voice = voice_of(document, part.start, part.end)
    return voice.like_a_site() and voice.coverage() >= 0.5


def _nothing_left(document: Document, line: Line, taken: list[tuple[int, int, str]]) -> bool:
    """Whether the rest of the line is blank, or page furniture."""
    if len(taken) > FEW:
        return False
    rest = document.folded(line.start, line.end)
    for start, end, _ in taken:
        rest = rest[: start - line.start] + " " * (end - start) + rest[end - line.start :]
    return not rest.strip() or _is_furniture(rest)


def _like_a_site(document: Document, piece: Piece) -> bool:
    voice = voice_of(document, piece.start, piece.end)
    if SURELY.match(voice.sentence):
        return voice.like_a_site()
    return voice.like_a_site(loosely=piece.end - piece.start <= SHORT) and voice.coverage() >= 0.3


def _whole_sentence(document: Document, piece: Piece) -> bool:
    """Whether the first and the last clause and most of the others sound like a site: nothing is glued to it."""
    folded = TITLE.compiled.sub(lambda match: "书" * len(match[0]), document.folded(piece.start, piece.end))
    clauses = [clause for clause in CLAUSE.compiled.split(folded) if clause.strip()]
    like = [len(clause) <= 4 or Voice(clause).like_a_site(loosely=True) for clause in clauses]
    foreign = sum(len(clause) for clause, fits in zip(clauses, like, strict=True) if not fits)
    last = next((fits for clause, fits in zip(reversed(clauses), reversed(like), strict=True) if len(clause) > 4), True)
    return like[0] and like[-1] and last and foreign < 0.45 * len(folded)
