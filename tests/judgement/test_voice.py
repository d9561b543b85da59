"""A voice is what a sentence says outside of quotation marks."""

from __future__ import annotations

from speechclean.judgement.voice import Voice


def test_quotations_are_not_heard() -> None:
    assert not Voice("主编说:“下面是小编为大家整理的范文”,这也叫开头").has("self")
    assert Voice("下面是小编为大家整理的范文").has("self", "made", "serve", "open")


def test_the_topic_is_no_voice() -> None:
    assert not Voice("下面是小编收集整理的我的父亲作文,希望对大家有所帮助").has("i")
    assert Voice("我整理了一份书单").has("i")


def test_a_network_is_no_site() -> None:
    assert not Voice("全县建成了互联网和电网").has("site")
    assert Voice("第一范文网为您整理").has("site")


def test_coverage_is_the_share_of_explained_letters() -> None:
    assert Voice("转载请注明出处").coverage() > 0.7
    assert Voice("桂花开得格外迟").coverage() == 0
