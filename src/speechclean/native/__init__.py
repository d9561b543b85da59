"""What is compiled where a compiler was at hand; whoever uses it has a way without it that gives the same.

Built from the `.pyx` files beside this one when the package is installed (see CONTRIBUTING.md), and left out, without a
word, where that fails; modules elsewhere that have a `.pxd` beside them are compiled themselves. `SPEECHCLEAN_PURE=1` in
the environment leaves both unused.
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from speechclean.native.chances import Chances
    from speechclean.native.heads import Heads
    from speechclean.native.parting import Keys
    from speechclean.native.readings import Readings
    from speechclean.native.replace import Replacer
    from speechclean.native.runs import Grams
    from speechclean.native.scan import Scanner
    from speechclean.native.script import Converter, Letters
    from speechclean.native.shift import Shift
    from speechclean.native.tag import Tagger

SWITCH = "SPEECHCLEAN_PURE"
"""The variable of the environment that switches it off, whatever it says but `0` and nothing."""


@cache
def wanted() -> bool:
    """Whether compiled code may be used; asked once, as each kernel is when it is first needed."""
    return os.environ.get(SWITCH, "0") in ("", "0")


def _built(module: str, name: str) -> Any:
    """What a kernel offers under this name; None where it is not built or not wanted."""
    if not wanted():
        return None
    try:
        return getattr(import_module(f"speechclean.native.{module}"), name)
    except ImportError:
        return None


@cache
def weigher() -> type[Chances] | None:
    """What weighs a run of characters as Chinese; None where it is not built."""
    found: type[Chances] | None = _built("chances", "Chances")
    return found


@cache
def shift_reader() -> type[Shift] | None:
    """What reads a run of GBK that is one byte off; None where it is not built."""
    found: type[Shift] | None = _built("shift", "Shift")
    return found


@cache
def lone_letters() -> Callable[[str], list[int]] | None:
    """What finds letters among Chinese characters; None where it is not built."""
    found: Callable[[str], list[int]] | None = _built("shift", "lone_letters")
    return found


@cache
def scanner() -> type[Scanner[Any, Any]] | None:
    """What finds many words in a text in one pass; None where it is not built."""
    found: type[Scanner[Any, Any]] | None = _built("scan", "Scanner")
    return found


@cache
def tagger() -> type[Tagger] | None:
    """What sums the learned weights of a window; None where it is not built."""
    found: type[Tagger] | None = _built("tag", "Tagger")
    return found


@cache
def replacer() -> type[Replacer] | None:
    """What puts characters in the place of others; None where it is not built."""
    found: type[Replacer] | None = _built("replace", "Replacer")
    return found


@cache
def cutter() -> Callable[[str, Sequence[tuple[int, int]]], str | None] | None:
    """What cuts spans from a text; None where it is not built."""
    found: Callable[[str, Sequence[tuple[int, int]]], str | None] | None = _built("replace", "without")
    return found


@cache
def splicer() -> Callable[[str, tuple[tuple[Any, ...], ...]], str | None] | None:
    """What does edits on a text; None where it is not built."""
    found: Callable[[str, tuple[tuple[Any, ...], ...]], str | None] | None = _built("replace", "spliced")
    return found


@cache
def tuple_maker() -> Callable[[type], None] | None:
    """What lets a class of named tuples make them without a call of Python's; None where it is not built."""
    found: Callable[[type], None] | None = _built("named", "quicken")
    return found


@cache
def field_values() -> Callable[[str, tuple[str, ...]], list[str | None] | None] | None:
    """What reads the fields of a line of JSON; None where it is not built."""
    found: Callable[[str, tuple[str, ...]], list[str | None] | None] | None = _built("members", "values")
    return found


@cache
def field_span() -> Callable[[str, str], tuple[str | None, int, int] | None] | None:
    """What reads a field of such a line, and tells where it stands; None where it is not built."""
    found: Callable[[str, str], tuple[str | None, int, int] | None] | None = _built("members", "span")
    return found


@cache
def head_finder() -> type[Heads] | None:
    """What finds where the matches of a pattern may begin; None where it is not built."""
    found: type[Heads] | None = _built("heads", "Heads")
    return found


@cache
def utf8_reader() -> Callable[[bytes], str] | None:
    """What decodes UTF-8; None where it is not built, or this processor cannot."""
    able: Callable[[], bool] | None = _built("utf8", "is_able")
    found: Callable[[bytes], str] | None = _built("utf8", "decoded") if able and able() else None
    return found


@cache
def anchors() -> Callable[[str], list[tuple[int, int]]] | None:
    """What finds the accounts in a text, and what is spaced out; None where it is not built."""
    found: Callable[[str], list[tuple[int, int]]] | None = _built("places", "find")
    return found


@cache
def windows() -> Callable[[str, Sequence[tuple[Any, ...]], tuple[int, int]], list[tuple[int, int]]] | None:
    """What finds the sentences around places; None where it is not built."""
    found: Callable[[str, Sequence[tuple[Any, ...]], tuple[int, int]], list[tuple[int, int]]] | None
    found = _built("places", "windows")
    return found


@cache
def reading_finder() -> type[Readings] | None:
    """What finds readings in brackets, and words beside Chinese characters; None where it is not built."""
    found: type[Readings] | None = _built("readings", "Readings")
    return found


@cache
def grams() -> type[Grams] | None:
    """What sums the weights of runs of characters; None where it is not built."""
    found: type[Grams] | None = _built("runs", "Grams")
    return found


@cache
def letters() -> type[Letters] | None:
    """What finds and counts the characters of a set; None where it is not built."""
    found: type[Letters] | None = _built("script", "Letters")
    return found


@cache
def converter() -> type[Converter] | None:
    """What converts Traditional text; None where it is not built."""
    found: type[Converter] | None = _built("script", "Converter")
    return found


@cache
def signs() -> Callable[[str], list[str]] | None:
    """What tells what a line looks like; None where it is not built."""
    found: Callable[[str], list[str]] | None = _built("runs", "signs")
    return found


@cache
def sentences() -> Callable[..., Any] | None:
    """What parts a line into sentences; None where it is not built."""
    found: Callable[..., Any] | None = _built("parting", "sentences")
    return found


@cache
def likely() -> Callable[..., list[tuple[int, int]]] | None:
    """What finds the sentences of a line that read like a site's; None where it is not built."""
    found: Callable[..., list[tuple[int, int]]] | None = _built("parting", "likely")
    return found


@cache
def lines() -> type[Any] | None:
    """What parts a text into lines, and compares them with another's; None where it is not built."""
    found: type[Any] | None = _built("rows", "Rows")
    return found


@cache
def brackets() -> Callable[[str, int, int], list[tuple[int, int]]] | None:
    """What finds the brackets of a line; None where it is not built."""
    found: Callable[[str, int, int], list[tuple[int, int]]] | None = _built("parting", "brackets")
    return found


@cache
def quoted() -> Callable[[str, int, int], bool] | None:
    """What tells whether a quotation holds a part of a text; None where it is not built."""
    found: Callable[[str, int, int], bool] | None = _built("parting", "quoted")
    return found


@cache
def manuals() -> Callable[[str], bool] | None:
    """What knows Markdown and code; None where it is not built."""
    found: Callable[[str], bool] | None = _built("parting", "is_manual")
    return found


@cache
def keys() -> type[Keys] | None:
    """What tells which groups of words may stand in a sentence; None where it is not built."""
    found: type[Keys] | None = _built("parting", "Keys")
    return found


if not wanted():
    from speechclean.native.uncompiled import use_sources

    use_sources()
