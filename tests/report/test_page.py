"""The review page as a file: self-contained, safe whatever the documents hold, and true to the result."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from speechclean import Cleaner, Settings
from speechclean.decisions import changes
from speechclean.report.forms import About, report
from speechclean.report.page import DATA, SCRIPTS

SEEDS = sorted((Path(__file__).parents[2] / "seeds").iterdir())
CLEANER = Cleaner()
HOSTILE = (
    "</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)>\n"
    "更多范文请加微信gongwen888领取\u202e\n𠮷野家\u200b\u2028\u2029\ufeff\ud800x\udc00\x00\x7f\uffff]]> &lt;b&gt; 'POLICY'\n"
)


class Reader(HTMLParser):
    """What a browser sees: elements, attributes, and the text of each data element."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict]] = []
        self.data: dict[str, str] = {}
        self._name: str | None = None
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes) -> None:
        given = dict(attributes)
        self.tags.append((tag, given))
        if tag == "script":
            self._name = given.get("id", "script")

    def handle_endtag(self, tag) -> None:
        if tag == "script":
            self._name = None

    def handle_data(self, data) -> None:
        if self._name:
            self.data[self._name] = self.data.get(self._name, "") + data


def page(*given: tuple[str, bytes | str], cleaner: Cleaner = CLEANER) -> str:
    filled = report("page", About("speechclean 0.0.1", cleaner.settings, cleaner.stages))
    for path, data in given:
        filled.add(path, cleaner(data, path=path))
    filled.fail("坏</script>.txt", "<b>no text</b>")
    return filled.whole({"cleaned": len(given), "failed": 1})


def flat(pieces: list) -> str:
    return "".join(piece if isinstance(piece, str) else flat(piece["old"]) for piece in pieces)


def listed(pieces: list) -> list:
    return [each for piece in pieces if isinstance(piece, dict) for each in (piece, *listed(piece["old"]))]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_the_pieces_are_the_text_and_its_changes(path: Path) -> None:
    seen = Reader(page((path.name, path.read_bytes())))
    result = CLEANER(path.read_bytes())
    pieces = json.loads(seen.data["file-0"])["pieces"]
    assert flat(pieces) == result.before
    found = changes(result)
    assert [tuple(change["at"]) for change in listed(pieces)] == [result.line_and_column(c.start) for c in found]
    assert [change.get("read", flat([change])) for change in listed(pieces)] == [c.old for c in found]
    rules = [rule[0] for rule in json.loads(seen.data["index"])["rules"]]
    assert [rules[change["by"][0][0]] for change in listed(pieces)] == [c.rule for c in found]


def test_hostile_text_is_data() -> None:
    written = page(("</script>\udc80.txt", HOSTILE), ("b.txt", HOSTILE.replace("\n", "\r\n")))
    written.encode("utf-8")
    seen = Reader(written)
    assert flat(json.loads(seen.data["file-0"])["pieces"]) == HOSTILE
    assert flat(json.loads(seen.data["file-1"])["pieces"]) == HOSTILE.replace("\n", "\r\n")
    assert json.loads(seen.data["index"])["files"][0][0] == "</script>\udc80.txt"
    clean = Reader(page(("a.txt", "好。"), ("b.txt", "好。")))
    assert len([tag for tag, _ in seen.tags]) == len([tag for tag, _ in clean.tags]) + 2
    assert not re.search(r"[\x00\x7f-\x9f\u2028\u2029\ufeff\uffff]", written)


def test_nothing_is_fetched_and_nothing_runs_but_the_script() -> None:
    written = page(("a.txt", HOSTILE))
    seen = Reader(written)
    for tag, attributes in seen.tags:
        assert not {"src", "href", "action", "srcset", "style"} & set(attributes), tag
        assert not [name for name in attributes if name.startswith("on")]
    (policy,) = [a["content"] for tag, a in seen.tags if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "://" not in seen.data["script"].replace("http://www.w3.org/2000/svg", "")
    assert "innerHTML" not in seen.data["script"]


def test_the_parts_of_the_script_are_all_there() -> None:
    assert sorted(path.name for path in DATA.glob("*.js")) == sorted(SCRIPTS)
    for path in DATA.iterdir():
        assert path.read_text(encoding="utf-8").count("\n") <= 250, path


def test_files_without_changes_cost_a_line() -> None:
    seen = Reader(page(*((f"{number}.txt", "大家好。\n") for number in range(50))))
    assert [name for name in seen.data if name.startswith("file-")] == []
    assert len(json.loads(seen.data["index"])["files"]) == 50


def test_decisions_of_before_are_carried_on(tmp_path: Path) -> None:
    from speechclean.decisions import dump

    text = "今天的会议很重要。\n更多范文请加微信gongwen888领取\n谢谢大家！\n"
    refusals = [change.refusal("a.txt") for change in changes(CLEANER(text))]
    (tmp_path / "d.json").write_text(dump([*refusals, refusals[0]._replace(path="z.txt")], "speechclean 0"))
    cleaner = Cleaner(Settings(decisions=(str(tmp_path / "d.json"),)))
    seen = Reader(page(("a.txt", text), cleaner=cleaner))
    index = json.loads(seen.data["index"])
    assert index["earlier"] == [0]
    assert [entry["path"] for entry in index["others"]] == ["z.txt"]
    assert [entry["old"] for entry in json.loads(seen.data["file-0"])["earlier"]] == [r.old for r in refusals]
