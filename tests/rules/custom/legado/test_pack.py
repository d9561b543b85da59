"""A pack of rules of both generations: what is translated does what it did there, and the rest says why not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from speechclean.core.rule import Safety
from speechclean.rules.custom.kinds import rule
from speechclean.rules.custom.legado.exporting import Exported, exported
from speechclean.rules.custom.legado.importing import Left, Taken, imported
from speechclean.rules.custom.legado.records import read
from speechclean.rules.custom.load import load
from speechclean.rules.custom.trial import outcome
from speechclean.rules.custom.write import toml

DATA = (Path(__file__).parent / "pack.json").read_bytes()
ENTRIES = json.loads(DATA)
PACK = imported(read(DATA, "pack.json"))
TRANSLATED = [number for number, entry in enumerate(ENTRIES) if "_examples" in entry][:-1]
REFUSED = [number for number, entry in enumerate(ENTRIES) if "_refused" in entry]


def title(number: int) -> str:
    entry = ENTRIES[number]
    return entry.get("name") or entry.get("replaceSummary") or str(number)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """The rules as they are read from the file that is written, by id."""
    path = tmp_path_factory.mktemp("pack") / "pack.toml"
    path.write_text(toml(taken.spec for taken in PACK.taken), encoding="utf-8")
    return {spec.id: spec for spec in load([str(path)])}


def test_there_are_thirty_and_what_is_refused() -> None:
    assert len(TRANSLATED) > 30
    assert len(REFUSED) > 20
    assert len(PACK.outcomes) == len(ENTRIES)
    assert len(PACK.taken) == len(TRANSLATED)


@pytest.mark.parametrize("number", TRANSLATED, ids=title)
def test_a_rule_does_what_it_did(number: int, written) -> None:
    taken = PACK.outcomes[number]
    assert isinstance(taken, Taken), taken
    spec = written[taken.spec.id]
    assert (spec.body, spec.scope, spec.enabled) == (taken.spec.body, taken.spec.scope, taken.spec.enabled)
    assert spec.safety is Safety.UNSAFE
    for before, after in ENTRIES[number]["_examples"]:
        assert not spec.enabled or outcome(rule(spec), before) == after


@pytest.mark.parametrize("number", REFUSED, ids=title)
def test_a_refusal_says_why(number: int) -> None:
    left = PACK.outcomes[number]
    assert isinstance(left, Left)
    assert ENTRIES[number]["_refused"] in left.why
    assert not left.twice


def test_the_last_two() -> None:
    stranger, twin = PACK.outcomes[-2:]
    assert stranger.why == "it is a string, not an object with a pattern"
    assert (twin.why, twin.twice) == ("the same as rule 1", True)


def test_the_order_of_the_pack_holds() -> None:
    orders = [taken.spec.order for taken in PACK.taken]
    assert orders == sorted(set(orders))
    titles = [taken.spec.summary for taken in PACK.taken]
    assert titles[:2] == ["站名水印", "网址"]
    assert titles[-2:] == ["旧版停用", "宽松的类型"]


def test_scopes_become_parts_of_paths() -> None:
    spec = next(taken.spec for taken in PACK.taken if taken.spec.summary == "有范围")
    covered = {
        "三体.txt": True,
        "pages/三体/1.txt": True,
        "www.qiushui.example/book/7.txt": True,
        "in/[精校]版/1.txt": True,
        "三体外传.txt": False,
        "精.txt": False,
        "球状闪电.txt": False,
    }
    assert {path: spec.scope.covers(path) for path in covered} == covered
    assert not spec.scope.covers(None)


def test_the_way_out_and_in_again_changes_nothing(written) -> None:
    back = [found for found in exported(written.values()) if isinstance(found, Exported)]
    assert len(back) == len(TRANSLATED)
    assert not [found.remark for found in back if found.remark]
    again = imported(read(json.dumps([found.entry for found in back]).encode(), "again.json"))
    first = {taken.spec.id: taken.spec for taken in PACK.taken}
    assert [taken.spec.id for taken in again.taken] == [taken.spec.id for taken in PACK.taken]
    for taken in again.taken:
        spec = first[taken.spec.id]
        assert (taken.spec.name, taken.spec.body, taken.spec.scope) == (spec.name, spec.body, spec.scope)
        assert (taken.spec.enabled, taken.spec.group) == (spec.enabled, spec.group)


def test_the_entries_go_back_as_they_came(written) -> None:
    back = {found.entry["name"]: found.entry for found in exported(written.values())}
    for number in TRANSLATED:
        entry = ENTRIES[number]
        if "pattern" in entry:
            fields = {key: value for key, value in entry.items() if not key.startswith("_")}
            assert {key: back[entry["name"]][key] for key in fields} == fields


def test_a_rule_that_was_changed_goes_out_as_it_is_now(written) -> None:
    from dataclasses import replace

    from speechclean.rules.custom.spec import Substitute

    spec = next(spec for spec in written.values() if spec.summary == "命名组")
    changed = replace(spec, body=Substitute(r"(?P<a>\d)号", r"\g<a>楼"))
    (found,) = exported([changed])
    assert (found.entry["pattern"], found.entry["replacement"]) == (r"(?<a>\d)号", "${a}楼")


def test_a_rule_that_never_rests_is_told_of() -> None:
    data = '[{"pattern": "好", "replacement": "好好"}, {"pattern": "…+", "replacement": "……"}, {"pattern": "a", "replacement": "$0"}]'
    grows, rests, same = (taken.remarks for taken in imported(read(data.encode(), "p")).outcomes)
    assert grows == ("it changes its own result again and again, so it will break where it finds something",)
    assert rests == ()
    assert same == ()


def test_names_are_told_apart_by_what_the_rules_do() -> None:
    pack = imported(read('[{"name": "A b", "pattern": "甲"}, {"name": "A b", "pattern": "乙"}]'.encode(), "p"))
    names = [taken.spec.name for taken in pack.taken]
    assert len(set(names)) == 2
    assert all(name.startswith("legado-a-b-") for name in names)
