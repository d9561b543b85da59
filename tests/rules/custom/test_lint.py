from __future__ import annotations

import pytest

from speechclean.core.rule import Example
from speechclean.rules.custom import hostile
from speechclean.rules.custom.engine import compiled
from speechclean.rules.custom.lint import lint
from speechclean.rules.custom.spec import Between, Header, Line, Literal, Scope, Spec, Substitute

PROSE = ("各位代表：现在我报告工作。", "来源：新华社\n正文第一段。")
EXAMPLES = (Example("前秋水文库后", "前后"), Example.keep("秋水", "half of it"))


EVERYWHERE = Scope(("**",))


def said(body, examples=EXAMPLES, scope=EVERYWHERE) -> list[str]:
    spec = Spec("our-rule", body, examples=examples, scope=scope)
    return [f"{finding.level}: {finding.message}" for finding in lint([spec], PROSE)]


def test_nothing_is_said_of_a_good_rule() -> None:
    assert said(Literal(("秋水文库",))) == []


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (Literal(("的",)), "error: '的' is too short"),
        (Literal((" a",)), "error: ' a' is too short"),
        (Line(("我们",)), "warning: '我们' is too common"),
        (Literal(("报告工作",)), "warning: changes legitimate text: '各位代表：现在我报告工作。' becomes"),
        (Header(".*"), "warning: changes legitimate text"),
        (Between("：", "。"), "warning: changes legitimate text"),
        (Substitute("x*"), "error: the pattern can match the empty string"),
        (Substitute("(x+)+y"), "warning: a repetition inside a repetition: (x+)+"),
        (Substitute("(x|xx)*y"), "error: takes too long"),
        (Substitute(r"\s+$"), "warning: is slow"),
        (Line((), "(秋|秋)*水(x+x+)+y"), "error: takes too long"),
        (Substitute("關注秋水"), "warning: 關 is Traditional"),
        (Substitute("秋水", "秋水秋水"), "error: example 2: it changes its own result again and again"),
    ],
)
def test_what_is_found(body, message) -> None:
    assert any(line.startswith(message) for line in said(body)), said(body)


def test_what_is_missing() -> None:
    body = Literal(("秋水文库",))
    assert said(body, scope=Scope())[0].startswith("warning: no scope")
    assert said(body, examples=())[0].startswith("warning: no examples")
    assert said(body, examples=EXAMPLES[:1])[0].startswith("warning: no example of what it leaves alone")
    assert said(body, examples=EXAMPLES[1:])[0].startswith("warning: no example of what it changes")


def test_what_is_missing_at_the_head_of_a_file_is_said_once_for_each_file() -> None:
    texts = {"one": "甲", "two": "甲", "three": "乙"}
    specs = [Spec(name, Literal((f"{name}文库",)), EXAMPLES, file=file) for name, file in texts.items()]
    specs.insert(0, Spec("scoped", Literal(("秋水文库",)), EXAMPLES, scope=EVERYWHERE, file="甲"))
    found = [(finding.rule, finding.message) for finding in lint(specs) if finding.message.startswith("no scope")]
    assert [rule for rule, _ in found] == ["one", "three"]
    assert found[0][1].startswith("no scope: 2 rules of the file hold for every document")
    assert found[1][1].startswith("no scope: it holds for every document")


def test_an_example_whose_result_is_changed_again() -> None:
    found = said(Literal(("秋水文库",)), examples=(Example("秋水文库秋水文库", "秋水文库"), EXAMPLES[1]))
    assert found == ["warning: example 1: a second run changes the result again: '秋水文库' → ''"]


def test_duplicates() -> None:
    specs = [Spec(name, Literal(("秋水文库",)), examples=EXAMPLES, scope=EVERYWHERE) for name in ("our-one", "our-two")]
    assert [(finding.rule, finding.message) for finding in lint(specs)] == [("our-two", "does the same as our-one")]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"(a+)+", "(a+)+"),
        (r"x(?:a*b*)*y", "(?:a*b*)*"),
        (r"((a{2,})b)+", "((a{2,})b)+"),
        (r"(?P<n>a+)*", "(?P<n>a+)*"),
        (r"(a|(b+))+?", "(a|(b+))+?"),
        (r"(a++)+", None),
        (r"(?>a+)+", None),
        (r"(a+){2,3}", None),
        (r"[(a+)]+", None),
        (r"\(a+\)+", None),
        (r"(a)+b+", None),
        (r"(?i)a+(b)*", None),
        (r"(?i:a+)*", "(?i:a+)*"),
        (r"[]a+]+(b)+", None),
    ],
)
def test_nested_repetitions(pattern, found) -> None:
    assert hostile.nested(pattern) == found


@pytest.mark.parametrize(
    "pattern", [r"广告(\d|\d\d)*元", r"(关|关)*注", r"(.*)(.*)(.*)x", r"([a-z]+)*\.", r"(a|b|ab)*c", r"(\w+\s*)+:"]
)
def test_patterns_that_hang_are_found(pattern) -> None:
    assert hostile.slow(hostile.finding(compiled(pattern)), pattern, 3000)


@pytest.mark.parametrize("pattern", [r"加[微薇]信?[：:]?\w{5,20}", r"【[^】]{1,50}】", r"。{2,}", r"第\d+页", r"甲+乙"])
def test_patterns_in_good_shape_are_not(pattern) -> None:
    assert not hostile.slow(hostile.finding(compiled(pattern)), pattern, 10_000)
