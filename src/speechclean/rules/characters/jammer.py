"""Removes the junk that Discuz boards sprinkle into posts against copying: `0 A, {8 ]/ p3 [" e6 ^`.

Chess, chords, formulas and code look a little like it and stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.shown_code import is_shown_code
from speechclean.rules.markup.shown import is_about_code
from speechclean.rules.markup.subject import is_technical

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

BLANKS = Pattern(r" {1,2}(?:[!-~]{1,2} {1,2}){2,}")
"""The blanks of a run, between which the tokens stand; found at the speed of the first of them."""
# Tokens of one or two signs with single blanks between them; the run begins behind a blank or beyond ASCII.
TOKENS = Pattern(r"(?:(?<![!-~])|(?<=[.。]) )[!-~]{1,2}(?: {1,2}[!-~]{1,2}(?![!-~])){3,200}(?: {1,2}[!-~])?")
# What a board puts in front of the junk: its host, or the words that its pages are to be found by.
HOST = Pattern(
    r"(?<![!-~])(?:https?://)?(?:[A-Za-z0-9-]{1,30}\.){1,3}(?:com|net|org|cn|cc|me|info|top|vip|tv)"
    r"[!-/:-@\[-`{-~]{0,2} ?\Z"
)
WORDS = Pattern(r"(?<![^。！？\n])(?:[\u3400-\u9fff]{2,8}, ){2,8}[\u3400-\u9fff]{2,8}\Z")
NOTICE = Pattern(
    r"(?:(?:版[权權]所有[^。！？\n]{0,12})?本(?:[文帖贴貼篇]|主[题題])(?:[来來轉转出][自於于]|首[发發][于於在]|原[载載][于於])"
    r"|(?:[来來]自|出[处處]|[转轉](?:自|[载載]))[:：])[^。！？，,\n]{2,32}\Z"
)
NOTED = Pattern(
    r"本[文帖贴貼篇主]|[来來]自|出[处處]|[转轉][自载載]", heads="本文帖贴貼篇主 来自 來自 出处處 转自载載 轉自载載"
)
"""What a notice holds."""
NUMBERED = Pattern("[A-Za-z][0-9]")
"""Half of the tokens of a board are so, which alone would be chess or chords."""
SIGN = Pattern(r"[^\w\s.,:)(-]")
REACH = 90
PLAIN = frozenset(".,:)(-/")
GRADED = frozenset("+-")
"""The signs of grades: `A+ A A- B+ B`. A board draws others, too."""
GOES_ON = "，、；："
"""With one of these behind it a run is a part of a sentence: a password, a score."""
QUOTES = frozenset(("“”", "‘’", "「」", "『』"))
LEAST_TOKENS = 5
LEAST_SIGNS = 2
LEAST_SIGNS_AND_MIXED = 5
"""How many different signs and how many tokens of a letter beside a sign there must be, together."""
MOSTLY_DIFFERENT = 0.75
"""A board draws its tokens by chance, and hardly twice the same; the bars and notes of music recur."""


def find(document: Document) -> Iterator[Edit]:
    """Cut each run; when a word follows without a blank, its last junk character is exactly one."""
    text = document.text
    if document.fact(is_technical):
        return
    runs = _runs(text)
    junk = [_is_junk(run.group().split()) for run in runs]
    junk = [
        one and not _is_example(document, run) and not is_shown_code(text, run.start())
        for one, run in zip(junk, runs, strict=True)
    ]
    for number, match in enumerate(runs):
        start = match.start()
        first = max(0, start - REACH)
        notice = NOTICE.search(text, first, start) if NOTED.search(text, first, start) else None
        host = HOST.search(text, first, start) if text.find(".", first, start) >= 0 else None
        has_sign = SIGN.search(match[0]) is not None
        if notice or junk[number] or (has_sign and (host or _beside(text, runs, junk, number))):
            head = notice or host or WORDS.search(text, first, start)
            yield cut(text, head.start() if head else start, match.end(), "forum junk")


def _runs(text: str) -> list[re.Match[str]]:
    runs: list[re.Match[str]] = []
    for blanks in BLANKS.finditer(text):  # two more characters on both sides belong to the run, and one is looked at
        runs += TOKENS.finditer(text, max(0, blanks.start() - 2), blanks.end() + 3)
    return runs


def _is_example(document: Document, run: re.Match[str]) -> bool:
    """Whether a run is quoted, a sentence goes on with a mark, or it stands apart from the words in a text that speaks of code.

    A board puts its junk at the end of a line or its start, so that it touches words.
    """
    text = document.text
    before, behind = text[max(0, run.start() - 1) : run.start()], text[run.end() : run.end() + 1]
    if before + behind in QUOTES or (before == " " and behind and behind in GOES_ON):
        return True
    return before == " " and "\n" != behind < "\x7f" and document.fact(is_about_code)


def _beside(text: str, runs: list[re.Match[str]], junk: list[bool], number: int) -> bool:
    """Whether junk ends or begins on the next line: the board broke a run in two."""
    before = number > 0 and junk[number - 1] and text[runs[number - 1].end() : runs[number].start()].isspace()
    after = number + 1 < len(runs) and junk[number + 1]
    return before or (after and text[runs[number].end() : runs[number + 1].start()].isspace())


def _is_junk(tokens: list[str]) -> bool:
    if len(tokens) < LEAST_TOKENS or "=" in tokens or len(set(tokens)) < MOSTLY_DIFFERENT * len(tokens):
        return False
    signs = {letter for letter in set("".join(tokens)) if not letter.isalnum()}
    if len(signs) < LEAST_SIGNS or signs <= PLAIN or signs <= GRADED:
        return False
    if sum([token[-1] in ".)、" for token in tokens]) >= len(tokens) / 2:
        return False
    mixed = [token for token in tokens if len(token) == 2 and token[0].isalnum() != token[1].isalnum()]
    numbered = [token for token in tokens if NUMBERED.fullmatch(token)] if mixed else []
    return len(signs) + len(mixed) + len(numbered) // 2 >= LEAST_SIGNS_AND_MIXED


RULE = Rule(
    name="forum-jammer",
    summary=Summary("Junk that forums sprinkle into posts against copying", "论坛防复制乱码"),
    find=find,
    triggers=(
        *(f" {letter}" for letter in "#$%&*+/;<>?@[\\]^_`{|}~!\"'"),
        *(f"{letter} " for letter in "$%&*+;<@\\^_`{}~!"),
    ),
    examples=(
        Example('最美的还是十月中旬。0 A, {8 ]/ p3 [" e6 ^建议从康定出发。', "最美的还是十月中旬。建议从康定出发。"),
        Example("舊雜誌就裝了三大箱。3 }1 k$ V9 W% |# R\n翻到一本", "舊雜誌就裝了三大箱。\n翻到一本"),
        Example.keep("棋谱：1. e4 e5 2. Nf3 Nc6 3. Bb5 a6 4. Ba4 Nf6 5. O-O Be7", why="chess"),
        Example.keep("for ( i = 0; i < n; i ++ ) x += a [ i ];", why="code"),
        Example.keep(
            "正则里 [^\\s] + ( \\d {3} ) - ( \\d {4} ) 这样带空格的写法要开 x 标志。", why="a text about patterns"
        ),
    ),
)
