"""A voice is what a sentence says outside of quotation marks."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from speechclean.core.document import Document
from speechclean.core.fold import fold
from speechclean.judgement.groups import GROUPS
from speechclean.judgement.voice import AUTHOR, Voice, voice_of

CORPUS = Path(__file__).parent.parent / "corpus" / "development"


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


@cache
def sentences() -> tuple[str, ...]:
    lines = (line for path in sorted(CORPUS.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines())
    return tuple(dict.fromkeys(part for line in lines for part in fold(json.loads(line)["text"]).split("\n") if part))


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_is_heard_wherever_its_pattern_matches(group: str) -> None:
    spoken = [sentence for sentence in sentences() if GROUPS[group].search(sentence)]
    assert spoken
    for sentence in spoken:
        voice = Voice(sentence)
        assert voice.may((group,)) or not GROUPS[group].search(voice.sentence), sentence
        assert group in AUTHOR or bool(voice.heard(group)) == bool(GROUPS[group].search(voice.sentence)), sentence


def test_what_no_key_stands_for_is_not_heard() -> None:
    voice = Voice("桂花开得格外迟")
    assert not voice.may(GROUPS)
    assert not voice.has("self")


def test_the_same_sentence_has_one_voice() -> None:
    document = Document("下面是小編整理的範文。\n下面是小編整理的範文。")
    assert voice_of(document, 0, 11) is voice_of(document, 12, 23)
    assert voice_of(document, 0, 11).has("self")
