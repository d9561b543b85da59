"""Putting back what one rule did: by properties of the algebra, and by what a reader expects of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechclean import Settings, clean
from speechclean.core.edit import cut, swap
from speechclean.core.partial import PUT_BACK, put_back
from speechclean.core.patch import Patch
from speechclean.core.result import Step

RULES = ("ad-a", "ad-b", "nav-c")


def one_of(*names: str):
    return lambda _, rule: rule in names


@st.composite
def runs(draw) -> tuple[list[str], list[Step]]:
    """A text, the texts after each of some stages, and the stages."""
    texts = [draw(st.text(alphabet="甲乙丙a \n", max_size=30))]
    steps = []
    for number in range(draw(st.integers(1, 4))):
        text = texts[-1]
        edits = []
        for _ in range(draw(st.integers(0, 5))):
            start = draw(st.integers(0, len(text)))
            end = draw(st.integers(start, min(len(text), start + 8)))
            new = draw(st.sampled_from(["", "", "丁", "戊己", "\n", text[start:end][::-1]]))
            edits.append(swap(text, start, end, new).credited(draw(st.sampled_from(RULES))))
        patch = Patch.collect(edits)
        steps.append(Step(f"stage{number}", patch))
        texts.append(patch.apply(text))
    return texts, steps


@given(runs())
def test_nothing_is_put_back_for_nobody_and_everything_for_all(case) -> None:
    texts, steps = case
    assert not put_back(steps, one_of())
    assert put_back(steps, lambda *_: True).apply(texts[-1]) == texts[0]


@given(runs(), st.sampled_from(RULES))
def test_it_fits_the_text_and_can_be_undone(case, rule: str) -> None:
    texts, steps = case
    patch = put_back(steps, one_of(rule))
    assert patch.invert().apply(patch.apply(texts[-1])) == texts[-1]
    for one, other in zip(patch.edits, patch.edits[1:], strict=False):
        assert one.end < other.start


@given(runs(), st.sampled_from(RULES), st.sampled_from(RULES))
def test_what_came_back_stays_and_is_not_put_back_twice(case, rule: str, other: str) -> None:
    _, steps = case
    patch = put_back(steps, one_of(rule))
    later = [*steps, Step(PUT_BACK, patch)]
    assert not put_back(later, one_of(rule)).edits
    both = put_back(later, one_of(rule, other))
    assert put_back([*later, Step(PUT_BACK, both)], one_of(rule, other)).edits == ()


@given(runs())
def test_one_stage_is_as_if_the_rule_had_not_asked(case) -> None:
    texts, steps = case
    cuts = [edit for edit in steps[0].patch.edits if not edit.new]
    step = Step("s", Patch(tuple(cuts)))
    after = step.patch.apply(texts[0])
    others = [cut(texts[0], part.start, part.end) for edit in cuts for part in edit.parts if part.rule != "ad-a"]
    assert put_back([step], one_of("ad-a")).apply(after) == Patch.collect(others).apply(texts[0])


def stepped(text: str, *stages: list) -> tuple[str, list[Step]]:
    """Do stages, each a list of (rule, old, new), on a text."""
    steps = []
    for number, edits in enumerate(stages):
        found = [
            swap(text, text.index(old), text.index(old) + len(old), new).credited(rule) for rule, old, new in edits
        ]
        steps.append(Step(f"s{number}", Patch.collect(found)))
        text = steps[-1].patch.apply(text)
    return text, steps


@pytest.mark.parametrize(
    ("text", "stages", "expected"),
    [
        pytest.param(
            "甲广告乙", [[("ad", "广告", "")], [("hans", "甲乙", "丁戊")]], "丁广告戊", id="within a conversion"
        ),
        pytest.param(
            "软广告件丙",
            [[("ad", "广告", "")], [("hans", "软件丙", "软件包丁")]],
            "软广告件包丁",
            id="within one of another length",
        ),
        pytest.param(
            "甲\n\n广告\n\n乙",
            [[("ad", "广告", "")], [("layout", "\n\n\n\n", "\n")]],
            "甲\n\n广告\n\n乙",
            id="blank lines that met over it",
        ),
        pytest.param(
            "甲\n广告\n乙", [[("ad", "广告", "")], [("layout", "\n\n", "\n")]], "甲\n广告\n乙", id="one blank line"
        ),
        pytest.param(
            "甲广告编者按乙",
            [[("ad", "广告", "")], [("editor", "编者按", "")]],
            "甲广告乙",
            id="a neighbour that another rule took stays away",
        ),
        pytest.param(
            "甲广告乙", [[("fix", "告", "诰")], [("ad", "广诰", "")]], "甲广诰乙", id="what was repaired before"
        ),
        pytest.param(
            "甲乙丙丁", [[("ad", "乙", "")], [("editor", "甲丙丁", "")]], "", id="within what another took: stays away"
        ),
        pytest.param(
            "甲乙丙丁", [[("ad", "乙", "")], [("fix", "甲丙丁", "戊己")]], "甲乙丙丁", id="across it: comes too"
        ),
    ],
)
def test_texts(text: str, stages: list, expected: str) -> None:
    after, steps = stepped(text, *stages)
    assert put_back(steps, one_of("ad")).apply(after) == expected


TEXT = """乡亲们：
我县的工作作出新的更大贡献。防断更加微信1503991601
下面是小编为大家整理的讲话稿，希望对大家有所帮助。
感谢大家！

请点击👉 mbgs777 👈联系老师

"""


@pytest.mark.parametrize("name", ["ad", "layout"])
def test_a_family_comes_back_as_if_it_had_been_ignored(name: str) -> None:
    result = clean(TEXT)
    assert result.changed
    patch = put_back(result.steps, lambda stage, _: stage == name)
    text = patch.apply(result.text.removesuffix("\n"))
    assert text != result.text.removesuffix("\n")
    assert text.rstrip("\n") == clean(TEXT, Settings(ignore=(name,))).text.rstrip("\n")


def test_a_conversion_is_put_back_where_it_was_done() -> None:
    result = clean("會議到此結束。\n請點擊👉 mbgs777 👈聯繫老師\n")
    assert put_back(result.steps, one_of("script-conversion")).apply(result.text) == "會議到此結束。\n"
    result = clean("我縣的工作作出新的更大貢獻。防斷更加微信1503991601\n")
    assert put_back(result.steps, one_of("script-conversion")).apply(result.text) == "我縣的工作作出新的更大貢獻。\n"
