"""Settings refuse nonsense with a suggestion, and choose rules by name, family, stage and safety."""

from __future__ import annotations

import codecs
import inspect
import pickle

import pytest

from speechclean import Settings, clean
from speechclean.core.errors import ConfigError, DecodeError
from speechclean.core.rule import Rule, Safety, Stage, Summary
from speechclean.decode import decode
from speechclean.rules.selection import select


def rule(name: str, safety: Safety = Safety.SAFE, aliases: tuple[str, ...] = ()) -> Rule:
    return Rule(name, Summary("", ""), lambda _: (), (), safety=safety, aliases=aliases)


STAGES = (
    Stage("ad", (rule("ad-a", aliases=("ad-old",)), rule("ad-b"), rule("ad-risky", Safety.UNSAFE))),
    Stage("layout", (rule("layout-a"),)),
)


def chosen(**settings) -> list[str]:
    return [rule.name for stage in select(STAGES, Settings(**settings)) for rule in stage.rules]


def test_unknown_values_are_refused_with_a_suggestion() -> None:
    with pytest.raises(ConfigError, match="did you mean 'hans'"):
        Settings(to="hanss")
    with pytest.raises(ConfigError, match="break, join, mark, trim"):
        Settings(gaps="xyz")
    with pytest.raises(ConfigError, match="between 0 and 1"):
        Settings(max_removal=2)


def test_settings_are_checked_however_they_are_made() -> None:
    with pytest.raises(ConfigError, match="did you mean 'hant'"):
        Settings()._replace(to="hantt")
    with pytest.raises(ConfigError, match="no encoding named 'utf-88'"):
        Settings(encoding="utf-88")
    assert pickle.loads(pickle.dumps(Settings(to="tw"))) == Settings(to="tw")  # noqa: S301  # our own


def test_settings_tell_what_they_take() -> None:
    assert repr(Settings()).startswith("Settings(to='hans', idioms=False, encoding=None")
    assert list(inspect.signature(Settings).parameters) == list(Settings._fields)
    with pytest.raises(TypeError, match="'too'"):
        Settings(too="hans")
    with pytest.raises(AttributeError):
        Settings().to = "tw"


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, ["ad-a", "ad-b", "layout-a"]),
        ({"unsafe": True}, ["ad-a", "ad-b", "ad-risky", "layout-a"]),
        ({"extend_select": ("ad-risky",)}, ["ad-a", "ad-b", "ad-risky", "layout-a"]),
        ({"select": ("ad",)}, ["ad-a", "ad-b"]),
        ({"select": ("ad-risky",)}, ["ad-risky"]),
        ({"select": ("ad",), "unsafe": True}, ["ad-a", "ad-b", "ad-risky"]),
        ({"select": ("layout",), "extend_select": ("ad-risky",)}, ["ad-risky", "layout-a"]),
        ({"ignore": ("ad",)}, ["layout-a"]),
        ({"ignore": ("ad-old",)}, ["ad-b", "layout-a"]),
        ({"ignore": ("all",)}, []),
        ({"select": ("all",)}, ["ad-a", "ad-b", "layout-a"]),
    ],
)
def test_selection(settings: dict, expected: list[str]) -> None:
    assert chosen(**settings) == expected


def test_an_unknown_rule_name_is_refused_with_a_suggestion() -> None:
    with pytest.raises(ConfigError, match="did you mean 'layout-a'"):
        chosen(ignore=("layout-b",))


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"keep": "abc"}, "keep must be a list of strings"),
        ({"ignore": "ad"}, "ignore must be a list of strings"),
        ({"extend_select": ("ad", 1)}, "extend-select must be a list of strings"),
        ({"rules": None}, "rules must be a list of strings"),
        ({"to": None}, "to must be a string"),
        ({"encoding": b"gbk"}, "encoding must be a string"),
        ({"unsafe": "no"}, "unsafe must be true or false"),
        ({"max_removal": "0.5"}, "max-removal must be a number"),
        ({"max_removal": True}, "max-removal must be a number"),
    ],
)
def test_values_of_another_kind_are_refused_by_name(settings: dict[str, object], told: str) -> None:
    with pytest.raises(ConfigError, match=f"^{told}$"):
        Settings(**settings)


def test_lists_become_tuples() -> None:
    settings = Settings(keep=["微信"], ignore=["ad"])
    assert settings == Settings(keep=("微信",), ignore=("ad",))
    assert clean("加微信", settings).text == "加微信"
    assert isinstance(Settings()._replace(keep=["微信"]).keep, tuple)


@pytest.mark.parametrize("name", ["punycode", "utf-7", "UTF7", "idna", "raw_unicode_escape", "unicode_escape", "rot13"])
def test_encodings_that_no_file_of_text_is_in_are_refused(name: str) -> None:
    with pytest.raises(ConfigError, match=r"^encoding: .*; try utf-8, gb18030, big5"):
        Settings(encoding=name)
    with pytest.raises(DecodeError, match="try utf-8, gb18030, big5"):
        decode("现在".encode(), name)


@pytest.mark.parametrize(
    "name", ["GBK", "big5", "utf-16", "hz", "iso2022_jp", "euc_kr", "latin-1", "ascii", "utf-8-sig"]
)
def test_encodings_of_text_are_taken(name: str) -> None:
    assert Settings(encoding=name).encoding == name


def test_a_codec_that_fails_without_a_place_is_a_failure_to_decode() -> None:
    def fails(*_: object) -> tuple[str, int]:
        raise UnicodeError("no text")

    def found(name: str) -> codecs.CodecInfo | None:
        return codecs.CodecInfo(lambda *_: (b"", 0), fails, name=name) if name == "failing" else None

    codecs.register(found)
    try:
        with pytest.raises(DecodeError, match=r"it cannot be read as failing: .*no text"):
            clean(b"\xff\xfe\xfd", Settings(encoding="failing"))
    finally:
        codecs.unregister(found)
