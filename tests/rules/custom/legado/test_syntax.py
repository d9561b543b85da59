"""Patterns and replacements of Legado in ours and back: what is the same, what is rewritten, what is refused."""

from __future__ import annotations

import json
import time
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechclean.core.errors import RuleFileError
from speechclean.core.rule import Example, Safety
from speechclean.rules.custom.engine import compiled
from speechclean.rules.custom.kinds import rule
from speechclean.rules.custom.legado import patterns, replacements
from speechclean.rules.custom.legado.escapes import UntranslatableError
from speechclean.rules.custom.legado.exporting import Exported, Refused, exported
from speechclean.rules.custom.legado.importing import imported
from speechclean.rules.custom.legado.javanese import java_pattern, java_replacement
from speechclean.rules.custom.legado.records import Wrong, read
from speechclean.rules.custom.spec import Between, Footer, Line, Literal, Scope, Spec, Substitute
from speechclean.rules.custom.trial import outcome
from speechclean.rules.custom.write import comment, toml


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("广告.*?结束", "广告.*?结束"),
        (r"\Qa.b\E+", r"a\.b+"),
        (r"[\Q^-]\E]", r"[\^\-\]]"),
        (r"\Q没有结束(", r"没有结束\("),
        (r"\\Q", r"\\Q"),
        (r"\x{4e00}\u4E8C\x41\0101\cI", "一二AA\t"),
        (r"\uD83D\uDC49", "👉"),
        (r"[\uD83D\uDC00-\uD83D\uDFFF]", "[\U0001f400-\U0001f7ff]"),
        (r"(?<n>a)\k<n>(?<!b)(?<=c)(?=d)(?!e)(?>f)(?:g)", r"(?<n>a)\g<n>(?<!b)(?<=c)(?=d)(?!e)(?>f)(?:g)"),
        (r"(a)\11", r"(a)\g<1>1"),
        (r"a*+b++c?+d{2,}+", r"a*+b++c?+d{2,}+"),
        (r"\h\H\R\X\d\W[\h\d]", r"\h[^\h]\R\X\d\W[\h\d]"),
        (r"\z|\Z|\v|\e", r"\Z|(?=\n?\Z)|[\n\x0b\f\r\x85\u2028\u2029]|\x1b"),
        (r"\p{IsHan}\p{Han}\pL\p{IsPunctuation}", r"\p{IsHan}\p{Han}\pL\p{Punctuation}"),
        ("(?i)a", "(?i)a"),
        ("(?dUu)a", "a"),
        ("a(?i)b", "(?V1)a(?i)b"),
        ("(?i)a(?-i)b", "(?V1)(?i)a(?-i)b"),
        ("(?si-m:a)", "(?si-m:a)"),
        ("[a-z&&[^bc]]", "(?V1)[a-z&&[^bc]]"),
        ("[a[bc]]", "(?V1)[a[bc]]"),
        ("[[:alpha:]]", "[[:alpha:]]"),
        ("[]a]", r"[\]a]"),
        ("[a--b||c]", r"[a\--b\||c]"),
        ("(?#note)a", "(?#note)a"),
        ("a}", "a}"),
    ],
)
def test_patterns(theirs: str, ours: str) -> None:
    assert patterns.translated(theirs) == ours
    compiled(ours)


REFUSED = ["a|", "[a", "[a&&", "(?x)a", "(?P<n>a)", "(?(1)a)", "(*FAIL)", "a{e}", "\\", "(?R)"]
REFUSED += [r"\K", r"\q", r"[\b]", r"\uD83D", r"\x{110000}", r"\N{COMMA}", r"[\k<n>]"]
REFUSED += ["[" * 40, r"\p{Nothing}", r"\p{javaLowerCase}"]


@pytest.mark.parametrize("theirs", REFUSED)
def test_patterns_that_are_refused(theirs: str) -> None:
    with pytest.raises(UntranslatableError):
        patterns.translated(theirs)


@pytest.mark.parametrize(
    ("pattern", "theirs", "ours"),
    [
        ("(a)(b)", "$2$1", r"\g<2>\g<1>"),
        ("(a)", "$12", r"\g<1>2"),
        ("(a)", r"\$1\\n\x", r"$1\\nx"),
        ("(?<n>a)", "${n}元", r"\g<n>元"),
        ("a", "$0$0", r"\g<0>\g<0>"),
        ("a", "行\n行", "行\n行"),
    ],
)
def test_replacements(pattern: str, theirs: str, ours: str) -> None:
    made = compiled(pattern)
    assert replacements.translated(theirs, made) == ours
    assert replacements.translated(java_replacement(ours, made), made) == ours


@pytest.mark.parametrize(("pattern", "theirs"), [("a", "$"), ("a", "$a"), ("a", "\\"), ("(a)", "$2"), ("a", "${n}")])
def test_replacements_that_are_refused(pattern: str, theirs: str) -> None:
    with pytest.raises(UntranslatableError):
        replacements.translated(theirs, compiled(pattern))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (r"(?P<n>a)(?P=n)\g<n>", r"(?<n>a)\k<n>\k<n>"),
        (r"(a)\g<1>1", r"(a)(?:\1)1"),
        (r"\U0001f449\Z", r"\x{1f449}\z"),
        ("[a[b]", r"[a\[b]"),
        ("[a&&b]", r"[a\&&b]"),
        ("(?V1)[a[b]]", "[a[b]]"),
        ("[^]a]", r"[^\]a]"),
        ("a(?i)b", "(?i)ab"),
        ("(?V1)a(?i)b(?-i)c", "a(?i)b(?-i)c"),
        ("(?iV1)[a--b]", "(?i)[a--b]"),
    ],
)
def test_our_patterns_there(ours: str, theirs: str) -> None:
    assert java_pattern(ours) == theirs
    patterns.translated(theirs)


@pytest.mark.parametrize("ours", [r"\K", r"\m", "(?(1)a|b)", "(?P<_n>a)", "(?P<年>a)", "(?x) a", "(?|a|b)", r"\L<n>"])
def test_our_patterns_that_it_cannot_have(ours: str) -> None:
    with pytest.raises(UntranslatableError):
        java_pattern(ours)


OWN = (
    (Literal(("秋水文库",), exact=True), "大家秋水文库好"),
    (Literal(("秋水.文库", "$1春山")), "大家秋水.文库和＄１春山好"),
    (Between("【开始】", "【结束】", 20), "一【开始】二\n三【结束】四"),
    (Line(matches="第[0-9]+页|上一页"), "一\n 第12页　\n二\n上一页\n三"),
    (Substitute(r"\[秋水(?P<year>20\d{2})\]", r"（\g<year>\\年$）"), "全会[秋水2019]提出"),
    (Substitute("abc", "x", "i"), "ABC abc"),
)


@pytest.mark.parametrize(("body", "text"), OWN, ids=lambda value: type(value).__name__)
def test_rules_of_our_own_do_there_what_they_do_here(body, text) -> None:
    spec = Spec("our-rule", body, summary="Ours")
    (found,) = exported([spec])
    assert isinstance(found, Exported)
    (taken,) = imported(read(json.dumps([found.entry]).encode(), "p")).taken
    assert outcome(rule(taken.spec), text) == outcome(rule(spec), text) != text


def test_what_cannot_be_exported() -> None:
    (refused,) = exported([Spec("our-foot", Footer("推荐"))])
    assert isinstance(refused, Refused)
    (scoped,) = exported([Spec("our-text", Literal(("甲乙",), exact=True), scope=Scope(("pages/**",)))])
    assert scoped.entry["isEnabled"] is False
    assert "paths mean nothing to Legado" in scoped.remark


@given(st.text(alphabet="\\[](){}|?*+^$&-<>=!:#ikQExXuDV1 广告aA\n", max_size=30))
def test_any_pattern_is_translated_or_refused(theirs: str) -> None:
    try:
        ours = patterns.translated(theirs)
        compiled(ours)
        again = java_pattern(ours)
    except ValueError:
        return
    compiled(patterns.translated(again))


@pytest.mark.parametrize("piece", ["[", "(?i)", "\\Q", "(", "[a&&", "\\uD83D\\uDC49", "${a}$1\\", "{"])
def test_no_pattern_takes_long(piece: str) -> None:
    began = time.process_time()
    for translated in (
        patterns.translated,
        lambda text: replacements.translated(text, compiled("(?<a>b)")),
        java_pattern,
    ):
        try:
            translated(piece * 5000)
        except (ValueError, RecursionError):
            continue
    assert time.process_time() - began < 5


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(TEXT, TEXT, TEXT, st.booleans())
def test_what_is_written_is_read(pattern: str, new: str, why: str, enabled: bool) -> None:
    spec = Spec(
        "our-rule",
        Substitute(pattern, new),
        summary=why,
        safety=Safety.UNSAFE,
        scope=Scope((pattern or "*",), (new or "*",)),
        order=-3,
        enabled=enabled,
        examples=(Example(pattern, new, why), Example.keep(new, why)),
        origin=(("a", pattern), ("b", [1, True, {"键": new}])),
    )
    table = tomllib.loads(f"{comment(why)}\n{toml([spec])}")["rule"][0]
    assert (table.get("pattern", ""), table.get("replace", ""), table.get("summary", "")) == (pattern, new, why)
    assert table["origin"] == {"a": pattern, "b": [1, True, {"键": new}]}
    assert table["order"] == -3
    assert table.get("enabled", True) is enabled


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "there is no rule in it"),
        (b"[]", "there is no rule in it"),
        (b"\xff\xfe[", "no UTF-8 text"),
        (b"[{", "this is no JSON"),
        (b'"text"', "a pack is an array of rules, not a string"),
        (b"null", "not null"),
        (b"[" * 100_000, "this is no JSON"),
        (b"[" + b"9" * 10_000 + b"]", "this is no JSON"),
    ],
)
def test_files_that_are_no_pack(data: bytes, why: str) -> None:
    with pytest.raises(RuleFileError, match=why):
        read(data, "p.json")


def test_one_object_is_a_pack_and_a_mark_at_its_head_does_no_harm() -> None:
    pack = read(b"\xef\xbb\xbf" + '{"pattern": "甲", "order": 1e400, "id": 3.0}'.encode(), "p")
    assert isinstance(pack.rules[0], Wrong)
    (found,) = read('{"pattern": "甲", "id": 3.0, "name": 7, "group": null}'.encode(), "p").rules
    assert (found.pattern, found.id, found.name) == ("甲", 3, "7")
    assert isinstance(read(b'{"pattern": "\\ud83d"}', "p").rules[0], Wrong)
