"""Refused changes: told, kept in a file, found again, and honoured in the one path."""

from __future__ import annotations

import json
import random
from pathlib import Path

import jsonschema
import pytest

from speechclean import Cleaner, Settings, SpeechcleanError, journal, restore
from speechclean.decisions import Decisions, changes, dump, load

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "decisions.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
SEEDS = sorted((ROOT / "seeds").iterdir())
PLAIN = Cleaner()
AD = "更多范文请加微信gongwen888领取"
MARK = "各位老师\u200b同学"
TEXT = f"各位同志，大家上午好！\n{AD}\n今天的会议很重要。\n{AD}\n我们要抓好落实。\n{AD}\n谢谢大家！\n"


def refusing(refusals, settings: Settings | None = None) -> Cleaner:
    return Cleaner(settings or Settings(), Decisions(refusals))


def ads(text: str = TEXT):
    return [change.refusal("a.txt") for change in changes(PLAIN(text)) if "gongwen" in change.old]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_one_of_identical_changes_is_spared(number: int) -> None:
    refusals = ads()
    assert [refusal.ordinal for refusal in refusals] == [0, 1, 2]
    result = refusing(refusals[number : number + 1])(TEXT, path="a.txt")
    assert result.text.count(AD) == 1
    kept = result.text.split("\n")
    assert kept[kept.index(AD) - 1] == TEXT.split("\n")[2 * number]
    assert result.unmatched == ()


def test_a_text_that_moved() -> None:
    (_, refusal, _) = ads()
    moved = "前言一段，新加的。\n谢谢大家的到来。\n" + TEXT.replace("今天的会议很重要。", "今天的会议，很重要 。")
    result = refusing([refusal])(moved, path="a.txt")
    assert result.text.count(AD) == 1
    assert f"很重要 。\n{AD}" in result.text


def test_another_width_and_script() -> None:
    (_, refusal, _) = ads()
    crawled = f"今天的會議很重要。\n{AD.replace('微信', '微　信').replace('gongwen', 'ｇongwen')}\n我們要抓好落實。"
    assert "gongwen888".casefold() not in PLAIN(crawled).text
    result = refusing([refusal])(crawled, path="a.txt")
    assert result.unmatched == ()
    assert "ongwen888" in result.text


def test_what_is_found_no_more_is_told() -> None:
    (_, refusal, _) = ads()
    result = refusing([refusal])("今天的会议很重要。\n我们要抓好落实。\n", path="a.txt")
    assert result.unmatched == (f"{refusal.rule} “{AD}”",)


def test_a_short_text_without_its_context_is_found_no_more() -> None:
    result = PLAIN("会议\u200b开始，请大家坐好。")
    (change,) = changes(result)
    assert change.old == "\u200b"
    elsewhere = refusing([change.refusal("a.txt")])("完全不同的一句\u200b话。", path="a.txt")
    assert elsewhere.text == "完全不同的一句话。"
    assert len(elsewhere.unmatched) == 1


def test_one_character_of_a_conversion() -> None:
    text = "李乾先生說：「乾杯！」會議開始。"
    converted = PLAIN(text)
    chosen = [change for change in changes(converted) if change.old == "乾"]
    assert chosen
    result = refusing([chosen[0].refusal("a.txt")])(text, path="a.txt")
    spared = [at for at, (old, new) in enumerate(zip(text, result.text, strict=True)) if old == new == "乾"]
    assert chosen[0].start in spared
    assert result.text.replace("乾", "干") == converted.text.replace("乾", "干")


def test_the_text_stays_whatever_other_rule_wants_it() -> None:
    for refusal in ads():
        other = refusal._replace(rule="ad-that-is-gone")
        assert refusing([other])(TEXT, path="a.txt").text.count(AD) == 1


def test_other_files_of_the_same_name() -> None:
    refusals = ads()[:1]
    assert refusing(refusals)(TEXT, path="cleaned/deep/a.txt").text.count(AD) == 1
    assert refusing(refusals)(TEXT, path="b.txt").text.count(AD) == 0
    assert refusing(refusals)("别的内容。\n" + AD + "\n另外的内容。", path="x/a.txt").text.count(AD) == 0
    assert refusing(refusals)(TEXT).text.count(AD) == 1
    both = [*refusals, ads()[2]._replace(path="2/a.txt")]
    assert refusing(both)(TEXT, path="2/a.txt").text.endswith(f"{AD}\n谢谢大家！\n")


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
@pytest.mark.parametrize("seed", range(6))
def test_the_promises_hold_with_refusals(path: Path, seed: int) -> None:
    data = path.read_bytes()
    dice = random.Random(seed)
    found = changes(PLAIN(data))
    share = (0.05, 0.3, 0.7, 1, 0.5, 0.9)[seed]
    refused = [change for change in found if dice.random() < share]
    cleaner = refusing([change.refusal(path.name) for change in refused])
    result = cleaner(data, path=path.name)
    assert result.unmatched == ()
    assert result.restore() == data
    record = json.loads(json.dumps(journal(result, path.name)))
    assert restore(result.data, record) == data
    left = {(change.start, change.end, change.new) for change in changes(result)}
    assert not left & {(change.start, change.end, change.new) for change in refused}
    for where in (path.name, f"cleaned/{path.name}"):
        again = cleaner(result.data, path=where)
        assert again.data == result.data


@pytest.mark.parametrize("number", [0, 1, 2, 4])
def test_refusing_all_keeps_all(number: int) -> None:
    text = SEEDS[number].read_text(encoding="utf-8")
    refused = [change.refusal("x") for change in changes(PLAIN(text))]
    result = refusing(refused)(text, path="x")
    assert result.text == text


def test_the_file_holds_what_it_was_given(tmp_path: Path) -> None:
    refusals = [*ads(), ads()[0]._replace(path="\udc80 \ud800.txt", old="𠮷\u2028</script>", ordinal=3)]
    (tmp_path / "decisions.json").write_text(dump(refusals, "speechclean 0"), encoding="ascii")
    VALIDATOR.validate(json.loads((tmp_path / "decisions.json").read_text(encoding="ascii")))
    assert load(tmp_path / "decisions.json").refusals == tuple(refusals)


def test_settings_name_files(tmp_path: Path) -> None:
    (tmp_path / "decisions.json").write_text(dump(ads()[:1], "speechclean 0"), encoding="ascii")
    cleaner = Cleaner(Settings(decisions=(str(tmp_path / "decisions.json"),)))
    assert cleaner(TEXT, path="a.txt").text.count(AD) == 1


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "is no JSON"),
        ("[" * 100_000, "is no JSON"),
        ("\x00\xff", "is no JSON"),
        ("[]", "holds no decisions"),
        ('{"files": []}', "holds no decisions"),
        ('{"decisions": []}', "version None is not known"),
        ('{"version": 2, "decisions": []}', "version 2 is not known; this speechclean reads 1"),
        ('{"version": 1, "decisions": [3]}', "decision 1: an object is expected, not 3"),
        ('{"version": 1, "decisions": [{"rule": "a", "old": "b"}]}', 'decision 1: "path" is missing or no string'),
        (
            '{"version": 1, "decisions": [{"path": "", "rule": "a", "old": "b", "ordinal": true}]}',
            '"ordinal" must be a number',
        ),
        (
            '{"version": 1, "decisions": [{"path": "", "rule": "a", "old": "b", "found": {"before": 1}}]}',
            '"found" must hold the strings',
        ),
        (
            '{"version": 1, "decisions": [{"path": "", "rule": "a", "old": "b", "decision": "accept"}]}',
            '"decision" must be "refuse"',
        ),
    ],
)
def test_a_malformed_file_is_told_of(tmp_path: Path, written: str, said: str) -> None:
    path = tmp_path / "decisions.json"
    path.write_text(written, encoding="latin-1")
    with pytest.raises(SpeechcleanError) as raised:
        load(path)
    assert str(path) in str(raised.value)
    assert said in str(raised.value)
    assert not path.exists() or len(str(raised.value)) < 400


def test_standard_input_is_tried_with_all() -> None:
    decisions = Decisions([*ads(), *(refusal._replace(path="<stdin>") for refusal in ads())])
    assert [sure for _, sure in decisions.of(None)] == [True] * 3
    assert [sure for _, sure in Decisions(ads()).of(None)] == [False] * 3
    assert Decisions(ads()).of(None, 0) == []


def test_time_grows_with_the_input() -> None:
    import time

    def taken(lines: int) -> float:
        text = "\n".join(f"第{number % 7}段的内容，{MARK}。" for number in range(lines))
        refusals = [change.refusal("a") for change in changes(PLAIN(text))]
        assert len(refusals) >= lines
        began = time.process_time()
        refusing(refusals)(text, path="a")
        return time.process_time() - began

    taken(50)
    assert taken(2000) < 16 * max(taken(500), 0.02)


@pytest.mark.parametrize(
    "text", ["一说。\n\n\n\n二说。\n\n\n\n三说。\n", "一说。\n\n\n\n\n\n二说。", "一说。   \n二说。  \n"]
)
def test_blanks_of_which_some_would_go_stay(text: str) -> None:
    settings = Settings(select=("layout",))
    made = changes(Cleaner(settings)(text))
    assert made
    assert Cleaner(settings, Decisions([one.refusal("a") for one in made]))(text, path="a").text == text
    first = Decisions([made[0].refusal("a")])
    assert [one[:4] for one in changes(Cleaner(settings, first)(text, path="a"))] == [one[:4] for one in made[1:]]
