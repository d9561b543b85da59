"""Readings in ruby are judged as those in brackets are: what teaches readings keeps them."""

from __future__ import annotations

import pytest

from speechclean import Settings, clean

KEEP = Settings(to="keep")


def ruby(text: str, *, brackets: bool = False) -> str:
    """`燕[yàn]子` with the reading in tags."""
    opened, closed = ("<rp>(</rp>", "<rp>)</rp>") if brackets else ("", "")
    pieces = text.replace("]", "[").split("[")
    tagged = [
        f"{base[:-1]}<ruby>{base[-1]}{opened}<rt>{reading}</rt>{closed}</ruby>"
        for base, reading in zip(pieces[::2], pieces[1::2], strict=False)
    ]
    return "".join((*tagged, pieces[-1]))


KIT = "燕[yàn]子[zi]去了，有再来的时候；杨[yáng]柳枯了，有再青的时候。老师让我们抄[chāo]三遍，窗外真的飞过一只燕子。"
LESSONS = (
    "生字表：春[chūn]天、冬[dōng]雪、花[huā]朵、飞[fēi]机。",
    "“行”是多音字：银行[háng]，行[xíng]走，树行[hàng]子，道行[héng]。",
    "给加点字注音：长[cháng]江，成长[zhǎng]，重[zhòng]量，重[chóng]复。",
    "字典里“乐”有三条：乐[lè]，快乐；乐[yuè]，音乐；乐[yào]，仁者乐山。",
    "第三课的生词：老[lǎo]师、同[tóng]学、学[xué]校，请跟我读。",
    "春[chūn]风[fēng]吹[chuī]，花[huā]儿[ér]开[kāi]，小[xiǎo]鸟[niǎo]叫[jiào]，我[wǒ]上[shàng]学[xué]。",
)


@pytest.mark.parametrize("brackets", [False, True])
def test_a_kit_goes(brackets: bool) -> None:
    plain = "".join(KIT.replace("]", "[").split("[")[::2])
    assert clean(ruby(KIT, brackets=brackets), KEEP).text == plain


@pytest.mark.parametrize("tag", ["ruby", "rp", "rt"])
def test_tags_in_capitals_go_with_their_brackets(tag: str) -> None:
    plain = "".join(KIT.replace("]", "[").split("[")[::2])
    tagged = ruby(KIT, brackets=True).replace(f"<{tag}>", f"<{tag.upper()}>").replace(f"</{tag}>", f"</{tag.upper()}>")
    assert clean(tagged, KEEP).text == plain


@pytest.mark.parametrize("brackets", [False, True])
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_keeps_its_readings(lesson: str, brackets: bool) -> None:
    opened, closed = ("(", ")") if brackets else ("", "")
    kept = clean(ruby(lesson, brackets=brackets), KEEP).text
    assert kept == lesson.replace("[", opened).replace("]", closed)
    assert clean(kept, KEEP).text == kept
