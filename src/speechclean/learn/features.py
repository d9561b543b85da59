"""What may repeat in a text: every run of six characters of a line, lines, labels, accounts, hosts.

Dates, numbers and accounts change from page to page where the rest does not, so each is one character of a run, and
a date or a number one of a line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zlib import crc32

from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

LENGTH = 6
"""The shortest span that is found inside a line, in characters."""
LONGEST_LINE = 120
_WIDTH = 4 * LENGTH
LABELS = re.compile(r"(?:^|[ |])([a-z0-9]{0,4}[\u4e00-\u9fff]{2,8}):(?=[^:|]{0,40}(?:$|[ |:]))")
_FRAMED = re.compile(
    r"[(\[【]([\u4e00-\u9fff]{2,6}):[^\[\]()【】:]{1,20}(?:[ |/,;、]([\u4e00-\u9fff]{2,6}):[^\[\]()【】:]{1,20}){0,3}[)\]】]"
)
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,6}:")
_BLANK_LABEL = re.compile(r"(?!第)[\u4e00-\u9fff]{2,5} (?=[^ :|].{1,39}$)")
LONGEST_VALUE = 40
"""Characters that stand behind a label."""
MOST_LABELED = 100
DATE = (
    r"(?<![0-9])(?:19|20)[0-9]{2}(?:[-/.][0-9]{1,2}[-/.][0-9]{1,2}|年[0-9]{1,2}月(?:[0-9]{1,2}日)?)"
    r"(?:[ t]{0,2}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?(?![0-9])"
)
"""A day, and the time of it that stands behind; the time alone is numbers."""
_CHANGING_LINE = re.compile(f"{DATE}|[0-9]+")
CHANGING = re.compile(DATE + r"|(?<![a-z0-9_.@/-])[a-z_-]{0,20}[0-9][a-z0-9_-]*(?![a-z0-9_@/]|[.-][a-z])")
"""A date, a number or an account in a folded text, none that is a part of a host."""
_ACCOUNT = re.compile(r"(?<![a-z0-9_.@/-])(?:https?://)?(?:www\.)?([a-z0-9][a-z0-9_.@-]{3,40}[a-z0-9])")
_SPACED = re.compile(
    r"(?<![a-z0-9.@/])[a-z0-9](?:[ \u00b7\u2022._*~-]{1,2}[a-z0-9]|\ufe0f?\u20e3 ?[a-z0-9]){5,19}(?![a-z0-9.@/])"
)
"""An account whose letters somebody drew apart."""
_LETTER_OR_LONG = re.compile(r"[a-z].*[0-9.@]|[0-9.@].*[a-z]|[0-9]{6}|[a-z]{2}[_-][a-z]{2}")
_BESIDES = re.compile(r"[^a-z0-9]+")
_ENDING = re.compile(r"(?<=[。!?…”」)\]】])[^。!?…“”「」()\[\]{}【】,;、]{2,5}$")
_BEGINNING = re.compile(
    r"[\u4e00-\u9fff]{2,4}(?::|[^\w\s,，、。.!?！？;；“”‘’「」『』《》〈〉()（）\[\]【】〔〕〖〗%…—-])(?=[^\s:].{8})"
)
_SIGN = re.compile(
    r"(?<=[\u4e00-\u9fff])[^\w\s,，、。!?！？;；:：“”‘’「」『』《》〈〉()（）\[\]【】〔〕〖〗%…—·-](?=[\u4e00-\u9fff])"
)
"""A sign that nobody writes between two Chinese characters."""
_DRAWN = re.compile(r"[\u4e00-\u9fff]+([^\u4e00-\u9fff])(?:[\u4e00-\u9fff]+\1)?[\u4e00-\u9fff]+")
_FRAME = re.compile(r"[\[(【「『〔〖《<][^\s\[\](){}【】「」『』〔〕〖〗《》<>]{1,6}[\])】」』〕〗》>]")


class Masked(NamedTuple):
    """A line with each changing number or account as one 0, and where each of its characters begins in the line."""

    text: str
    places: list[int]


def masked(line: str) -> Masked:
    """A folded line as it is counted."""
    found: list[str] = []
    places: list[int] = []
    at = 0
    for match in CHANGING.finditer(line):
        found += (line[at : match.start()], "0")
        places += range(at, match.start() + 1)
        at = match.end()
    return Masked("".join(found) + line[at:], [*places, *range(at, len(line) + 1)])


def labels(line: str) -> str:
    """The labels of a folded line that begins with one, each with its colon: `作者:点击:`; one alone may have a blank."""
    if len(line) > MOST_LABELED or line[-1:] in "。!?;”":
        return ""  # the last ends a sentence of the author's behind a head
    if ":" not in line[:13]:
        return match[0] if (match := _BLANK_LABEL.match(line)) else ""
    found = list(LABELS.finditer(line))
    starts = bool(found) and found[0].start(1) == 0
    return "".join(f"{match[1]}:" for match in found) if starts else ""


def framed_labels(line: str) -> Iterator[tuple[str, int, int]]:
    """The labels of frames that hold nothing but labels with their values, `(编辑:审核:)`, and where the frames stand."""
    for match in _FRAMED.finditer(line):
        yield f"{match[0][0]}{''.join(_LABEL.findall(match[0]))}{match[0][-1]}", match.start(), match.end()


def labels_key(names: str) -> int:
    """The key of labels."""
    return crc32(b"label" + names.encode("utf-8", "surrogatepass"))


class Account(NamedTuple):
    """An identifier or host at `text[start:end]`; the name has no signs between its letters unless it is a host."""

    name: str
    start: int
    end: int


def hidden(line: str) -> str:
    """The line with each date and each run of digits as one 0: page counters and dates are alike then."""
    return _CHANGING_LINE.sub("0", line)


def frames(masked_line: str) -> Iterator[re.Match[str]]:
    """The frames of a masked line with few characters in them, too short for a run."""
    for match in _FRAME.finditer(masked_line):
        if match.end() - match.start() < LENGTH + 2:
            yield match


def ending(masked_line: str) -> re.Match[str] | None:
    """What stands behind the last sentence of a masked line, where it is too short for a run."""
    return _ENDING.search(masked_line)


def beginning(masked_line: str) -> re.Match[str] | None:
    """What a masked line begins with before a sign, where it is too short for a run and a text, no value, stands behind it."""
    found = _BEGINNING.match(masked_line)
    return found if found and not labels(masked_line) else None


def drawn(masked_line: str) -> Iterator[tuple[str, int]]:
    """What is one character too short for a run and has a sign between its Chinese characters, and where it stands."""
    if not _SIGN.search(masked_line):
        return
    for match in _SIGN.finditer(masked_line):
        for ahead in range(1, LENGTH - 2):
            start = match.start() - ahead
            part = masked_line[max(0, start) : start + LENGTH - 1]
            if start >= 0 and len(part) == LENGTH - 1 and _DRAWN.fullmatch(part):
                yield part, start


def frame_key(text: str) -> int:
    """The key of a frame."""
    return crc32(b"fram" + text.encode("utf-8", "surrogatepass"))


def line_key(line: str) -> int:
    """The key of a whole line."""
    return crc32(b"line" + hidden(line).encode("utf-8", "surrogatepass"))


def account_key(name: str) -> int:
    """The key of an account or a host."""
    return crc32(b"name" + name.encode("utf-8", "surrogatepass"))


def span_keys(line: str) -> list[int]:
    """The key of the run of six characters at each place of a line; none for a shorter line."""
    data = line.encode("utf-32-le", "surrogatepass")
    return [crc32(data[at : at + _WIDTH]) for at in range(0, len(data) - _WIDTH + 4, 4)]


def accounts(text: str) -> Iterator[Account]:
    """What could be an account or a host in a folded text: letters with digits or dots, or long numbers."""
    for match in _ACCOUNT.finditer(text):
        if _LETTER_OR_LONG.search(match[1]):
            yield Account(_bare(match[1]), match.start(1), match.end(1))
    for match in _SPACED.finditer(text):
        if _LETTER_OR_LONG.search(name := _BESIDES.sub("", match[0])):
            yield Account(name, match.start(), match.end())


def _bare(name: str) -> str:
    """The letters and digits of an account; a host or an address by mail as it is."""
    return name if "." in name or "@" in name or "_" in name else name.replace("-", "")


def keys(text: str) -> set[int]:
    """All keys of a folded text."""
    found: set[int] = set()
    for line in set(text.split("\n")):
        plain = line.strip()
        if plain and len(plain) <= LONGEST_LINE:
            found.add(line_key(plain))
        if named := labels(plain):
            found.add(labels_key(named))
        found.update(labels_key(names) for names, _, _ in framed_labels(plain))
        counted = masked(plain).text
        found.update(span_keys(counted))
        found.update(frame_key(match[0]) for match in frames(counted))
        if last := ending(counted):
            found.add(frame_key(last[0]))
        if first := beginning(counted):
            found.add(frame_key(first[0]))
        found.update(frame_key(part) for part, _ in drawn(counted))
    found.update(account_key(account.name) for account in accounts(text))
    return found
