"""The pipeline: stages in order, broken rules, the removal budget, protected strings."""

from __future__ import annotations

from collections.abc import Iterator

from speechclean.core.document import Document
from speechclean.core.edit import Edit, cut, swap
from speechclean.core.note import Note
from speechclean.core.rule import Rule, Stage, Summary
from speechclean.native import scanner
from speechclean.pipeline import Pipeline

SUMMARY = Summary("for the test", "测试")


def cutting(word: str, *, triggers: bool = True) -> Rule:
    def find(document: Document) -> Iterator[Edit]:
        start = document.text.find(word)
        while start >= 0:
            yield cut(document.text, start, start + len(word), "the word")
            start = document.text.find(word, start + len(word))

    return Rule(f"ad-{word}", SUMMARY, find, (), triggers=(word,) if triggers else ())


def broken(document: Document) -> Iterator[Edit]:
    yield cut(document.text, 0, 1)
    raise ValueError("oops")


def test_later_stages_read_what_earlier_ones_left() -> None:
    stages = [Stage("one", (cutting("乙"),)), Stage("two", (cutting("甲丙"),))]
    assert Pipeline(stages).run("甲乙丙丁").text == "丁"


def test_a_trigger_that_an_edit_makes_wakes_a_later_rule() -> None:
    stages = [Stage("one", (cutting("-", triggers=False),)), Stage("two", (cutting("微信"),))]
    assert Pipeline(stages).run("加微-信" + "好" * 50).text == "加" + "好" * 50


def test_a_trigger_that_an_edit_makes_wakes_a_rule_of_the_same_stage_that_removes() -> None:
    stages = [Stage("one", (cutting("-", triggers=False), cutting("微信")), removes=True)]
    assert Pipeline(stages).run("加微-信" + "好" * 50).text == "加" + "好" * 50


def test_a_word_in_a_paragraph_wakes_a_rule_for_lines_only_when_the_text_has_changed() -> None:
    asked: list[str] = []
    rule = cutting("微信")._replace(find=lambda document: asked.append(document.text) or (), in_lines=True)
    paragraph, stages = "加微信。" + "好" * 50, [Stage("one", (cutting("乙"),)), Stage("two", (rule,))]
    Pipeline(stages).run(paragraph)
    if scanner():
        assert not asked
    asked.clear()
    for text in (paragraph + "乙", "加微信\n" + paragraph, paragraph.replace("。", "，")):
        Pipeline(stages).run(text)
    assert asked == [paragraph, "加微信\n" + paragraph, paragraph.replace("。", "，")]


def test_many_edits_wake_a_later_rule_behind_a_stage_that_is_always_asked() -> None:
    stages = [
        Stage("many", (cutting("-", triggers=False),)),
        Stage("few", (cutting("乙", triggers=False),)),
        Stage("late", (cutting("微信"),)),
    ]
    assert Pipeline(stages).run("加微-信乙" + "好-" * 20).text == "加" + "好" * 20
    assert Pipeline(stages).run("加微乙信" + "好-" * 20).text == "加" + "好" * 20


def test_a_broken_rule_is_listed_and_costs_nothing() -> None:
    rules = (Rule("ad-broken", SUMMARY, broken, ()), cutting("乙"))
    outcome = Pipeline([Stage("one", rules)]).run("甲乙丙")
    assert outcome.text == "甲丙"
    assert [(failure.rule, failure.error) for failure in outcome.failures] == [("ad-broken", "ValueError: oops")]


def test_removals_over_the_budget_are_held_all_or_nothing() -> None:
    text = "乙" * 300 + "\n" + "甲" * 300 + "丙"
    stages = [Stage("repair", (cutting("丙"),)), Stage("remove", (cutting("乙"),), removes=True)]
    within = Pipeline(stages, max_removal=0.5).run(text)
    assert not within.held
    held = Pipeline(stages, max_removal=0.4).run(text)
    assert held.held
    assert held.text == text.removesuffix("丙")
    (note,) = [note for step in held.steps for note in step.notes]
    assert note.kind == "held"
    assert "乙" in note.text
    assert Pipeline(stages, max_removal=0.4).run(held.text).text == held.text


def test_what_a_page_prints_around_a_text_weighs_less_in_the_budget() -> None:
    def menus(document: Document) -> Iterator[Edit]:
        if document.text.startswith("菜"):
            yield cut(document.text, 0, document.text.index("文"))

    stages = [Stage("furniture", (Rule("furniture-menu", SUMMARY, menus, ()),), removes=True)]
    around = Pipeline(stages, max_removal=0.5).run("菜" * 350 + "文" * 250)
    assert not around.held
    assert around.text == "文" * 250
    assert Pipeline(stages, max_removal=0.5).run("菜" * 500 + "文" * 100).held
    named_so = [Stage("own", (Rule("furniture-own", SUMMARY, menus, ()),), removes=True)]
    assert Pipeline(named_so, max_removal=0.5).run("菜" * 350 + "文" * 250).held


def test_short_texts_are_exempt_from_the_budget() -> None:
    stages = [Stage("remove", (cutting("乙"),), removes=True)]
    assert Pipeline(stages, max_removal=0.1).run("乙" * 400 + "甲").text == "甲"


def test_protected_strings_are_never_touched() -> None:
    stages = [Stage("one", (cutting("微信号"),))]
    assert Pipeline(stages, keep=("我们的微信号",)).run("我们的微信号，你的微信号").text == "我们的微信号，你的"


def test_a_conversion_goes_around_protected_strings() -> None:
    def find(document: Document) -> Iterator[Edit]:
        yield swap(document.text, 0, len(document.text), document.text.replace("國", "国"))

    stages = [Stage("script", (Rule("script-a", SUMMARY, find, ()),))]
    assert Pipeline(stages, keep=("國貿",)).run("國家在國貿建國").text == "国家在國貿建国"


def test_notes_follow_the_text_of_later_stages() -> None:
    seen = []

    def noting(document: Document) -> Iterator[Note]:
        start = document.text.index("乱")
        yield Note("mojibake", start, start + 1, "乱")

    def reading(document: Document) -> tuple[Edit, ...]:
        seen.extend(document.text[note.start : note.end] for note in document.noted("mojibake"))
        return ()

    stages = [
        Stage("note", (Rule("note-a", SUMMARY, noting, ()),)),
        Stage("cut", (cutting("甲"),)),
        Stage("read", (Rule("note-b", SUMMARY, reading, ()),)),
    ]
    Pipeline(stages).run("甲甲乱乙")
    assert seen == ["乱"]


def test_facts_are_counted_once_on_the_original() -> None:
    counted = []

    def count(text: str) -> int:
        counted.append(text)
        return text.count("甲")

    def asking(document: Document) -> tuple[Edit, ...]:
        assert document.fact(count) == 2
        return ()

    asks = Rule("note-a", SUMMARY, asking, ())
    outcome = Pipeline([Stage("a", (asks,)), Stage("b", (cutting("甲"),)), Stage("c", (asks,))]).run("甲甲乙")
    assert not outcome.failures
    assert counted == ["甲甲乙"]


def test_a_text_is_read_anew_where_a_fact_that_spared_something_is_true_no_longer() -> None:
    counted = []

    def is_code(text: str) -> bool:
        counted.append(text)
        return "码" in text

    def sparing(document: Document) -> Iterator[Edit]:
        if not document.fact(is_code):
            yield from cutting("甲").find(document)

    stages = [
        Stage("a", (Rule("ad-a", SUMMARY, sparing, (), triggers=("甲",)),)),
        Stage("b", (cutting("码"),), removes=True),
    ]
    assert Pipeline(stages).run("甲码乙").text == "乙"
    assert Pipeline(stages[:1]).run("甲码乙").text == "甲码乙"
    counted.clear()
    assert Pipeline(stages[:1]).run("甲乙").text == "乙"
    assert counted == ["甲乙"]


def test_a_rule_knows_that_the_stage_was_asked_before() -> None:
    asked: list[tuple[str, bool]] = []

    def find(document: Document) -> Iterator[Edit]:
        asked.append((document.text, document.again))
        yield from cutting("乙", triggers=False).find(document)

    rule = Rule("ad-asked", SUMMARY, find, ())
    Pipeline([Stage("one", (rule,), removes=True), Stage("two", (rule,))]).run("甲乙丙")
    assert asked == [("甲乙丙", False), ("甲丙", True), ("甲丙", False)]


def test_stages_that_remove_are_asked_again_about_what_later_ones_left() -> None:
    stages = [
        Stage("one", (cutting("甲丙"),), removes=True),
        Stage("two", (cutting("乙"),), removes=True),
        Stage("last", (cutting("丁"),)),
    ]
    outcome = Pipeline(stages).run("甲乙丙丁戊")
    assert outcome.text == "戊"
    assert [step.stage for step in outcome.steps] == ["two", "one", "last"]


def test_a_broken_rule_is_listed_once_however_often_it_is_asked() -> None:
    stages = [
        Stage("one", (Rule("ad-broken", SUMMARY, broken, ()), cutting("甲")), removes=True),
        Stage("two", (cutting("乙"),), removes=True),
    ]
    outcome = Pipeline(stages).run("甲乙丙")
    assert outcome.text == "丙"
    assert [failure.rule for failure in outcome.failures] == ["ad-broken"]
