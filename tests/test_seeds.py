"""The five founding documents come out as their authors wrote them."""

from __future__ import annotations

from pathlib import Path

import pytest

from speechclean import Result, clean

SEEDS = Path(__file__).parent.parent / "seeds"
GOLDEN = Path(__file__).parent / "golden"
NAMES = sorted(path.name for path in SEEDS.iterdir())


def cleaned(number: str) -> tuple[str, Result]:
    path = next(SEEDS.glob(f"{number}_*"))
    return path.read_text(encoding="utf-8"), clean(path.read_bytes())


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str) -> None:
    result = clean((SEEDS / name).read_bytes())
    assert result.data == (GOLDEN / name).read_bytes()
    assert not result.failures


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("name", NAMES)
def test_the_encoding_does_not_matter(name: str, encoding: str) -> None:
    """003 holds bytes that were shifted before it was UTF-8: in GB18030 they look like a byte that the file lost."""
    data = (SEEDS / name).read_bytes()
    assert clean(data.decode("utf-8").encode(encoding)).text == clean(data).text


@pytest.mark.parametrize("name", NAMES)
def test_a_second_run_finds_nothing(name: str) -> None:
    once = clean((SEEDS / name).read_bytes()).data
    again = clean(once)
    assert again.data == once
    assert again.edits == ()


@pytest.mark.parametrize("name", NAMES)
def test_undo(name: str) -> None:
    data = (SEEDS / name).read_bytes()
    assert clean(data).restore() == data


@pytest.mark.parametrize(
    ("number", "noise"),
    [
        ("000", ["防断更加微信1503991601"]),
        ("001", ["……略……", "请点击👉 mbgs777 👈联系老师"]),
        ("002", []),
        (
            "004",
            ["下面是小编为大家整理的农村干部培训动员大会讲话,供大家参考。", "【农村干部培训动员大会讲话】相关文章:"],
        ),
    ],
)
def test_exactly_the_noise_is_gone(number: str, noise: list[str]) -> None:
    before, result = cleaned(number)
    expected = before
    for span in noise:
        assert expected.count(span) == 1
        expected = expected.replace(span, "")
    if number == "001":
        assert expected.rstrip().endswith("乡村跨 ……")
        expected = expected.rstrip().removesuffix("……")
    assert squeezed(result.text) == squeezed(expected)


def test_the_halves_around_a_truncation_marker_stay_apart() -> None:
    _, result = cleaned("001")
    assert "凝聚力、战斗力实\n" in result.text
    assert "\n重道远。乡村振兴是涵盖" in result.text
    assert result.truncated


def test_masks_and_blanks_of_the_author_stay() -> None:
    assert "**县“党建＋乡村振兴”" in cleaned("000")[1].text
    assert "助力XX余个行政村" in cleaned("001")[1].text
    assert "高知_等重点人群" in cleaned("001")[1].text
    assert "堡垒共建 先锋同行" in cleaned("002")[1].text


def test_the_annotated_mirror_is_simplified_and_unglossed() -> None:
    _, result = cleaned("003")
    assert "2020-9-05 19:07:07 文/齐美琳 图/罗志强" in result.text
    assert "乡镇、**做好新时代" in result.text
    assert "(" not in result.text
    assert "推进全面脱贫与乡村振兴有效衔接" in result.text


@pytest.mark.parametrize(
    ("truth", "damaged"),
    [("文章。“脱贫”不是终点", "文章!懊撠氄辈皇墙K點"), ("学校基本建设", "學;窘ㄔO")],
)
def test_a_byte_shift_is_repaired_or_left_alone_with_a_note(truth: str, damaged: str) -> None:
    _, result = cleaned("003")
    if truth not in result.text:
        assert damaged in result.text
        assert any(note.kind == "mojibake" and damaged[2:6] in note.text for note in result.notes)
