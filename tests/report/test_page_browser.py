"""The review page in a browser: load, filter, search, refuse, export, and what a re-run makes of the export."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest
from browser import Browser, executable

from speechclean import Cleaner, Settings
from speechclean.decisions import changes, dump, load
from speechclean.report.forms import About, report

pytestmark = pytest.mark.skipif(executable() is None, reason="needs Chromium: apt-get install chromium")

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "decisions.schema.json").read_text(encoding="utf-8"))
CLEANER = Cleaner()
AD = "更多范文请加微信gongwen888领取"
TEXTS = {
    "in/a.txt": f"各位同志，大家上午好！\n{AD}\n今天的会议很重要。\n{AD}\n我们要抓好落实。\n",
    "in/b.txt": f"李乾先生說：「乾杯！」會議開始。\n𠮷野家\u200b在𡈽地。\n{AD}\n",
    "in/c.txt": "这里没有什么可改。\n",
}
HOSTILE = (
    "各位</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">好！\n"
    "<!-- <iframe src='https://example.com'></iframe>\u202e\ud800\n" + AD + "\n"
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    folder = tmp_path_factory.mktemp("browser")
    opened = Browser(folder)
    opened.folder = folder
    yield opened
    opened.close()


def written(folder: Path, texts: dict[str, str], cleaner: Cleaner = CLEANER) -> Path:
    filled = report("page", About("speechclean 0.0.1", cleaner.settings, cleaner.stages))
    counts = {"cleaned": 0, "unchanged": 0, "held": 0}
    for path, text in texts.items():
        result = cleaner(text, path=path)
        counts[result.status] += 1
        filled.add(path, result)
    page = folder / "review.html"
    page.write_text(filled.whole({**counts, "failed": 0}), encoding="utf-8")
    return page


@pytest.fixture
def tab(browser, tmp_path):
    def opened(texts: dict[str, str] = TEXTS, **given):
        return browser.open(written(tmp_path, texts), **given)

    return opened


def exported(browser, tab) -> dict:
    found = browser.folder / "decisions.json"
    found.unlink(missing_ok=True)
    tab.press("e")
    until = time.monotonic() + 20
    while not found.exists() and time.monotonic() < until:
        time.sleep(0.05)
    decisions = json.loads(found.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(SCHEMA).validate(decisions)
    return decisions


def test_it_loads_without_a_request_or_a_complaint(tab) -> None:
    page = tab()
    assert page.texts("#files .name") == ["a.txt", "b.txt"]
    assert "2 cleaned, 1 unchanged" in page.text("#summary")
    assert page.text("#text del") == AD
    assert page.requests() == []
    assert page.complaints() == []


def test_it_speaks_chinese(tab) -> None:
    page = tab(language="zh-CN")
    assert "处改动" in page.text("#summary")
    page.click("#language")
    assert "changes" in page.text("#summary")


def test_keys_go_through_the_changes_and_tell_of_each(tab) -> None:
    page = tab()
    page.press("j")
    assert page.text("#told .rule-name") == "ad-contact-line"
    assert "gongwen888" in page.text("#told .evidence")
    assert "line 2, column 1" in page.text("#told")
    page.press("j")
    assert "line 4" in page.text("#told")
    page.press("j")
    assert page.text("#about h2") == "in/b.txt"
    page.press("k")
    assert page.text("#about h2") == "in/a.txt"
    assert "line 4" in page.text("#told")


def test_filters(tab) -> None:
    page = tab()
    page.choose("#family", "script")
    assert page.texts("#files .name") == ["b.txt"]
    assert page.run("document.querySelectorAll('#text .change:not(.aside)').length") > 0
    assert page.run("document.querySelector('#text .change[data-family=ad]').classList.contains('aside')")
    page.choose("#family", "!script")
    assert page.run("document.querySelectorAll('#text .change[data-family=script]:not(.aside)').length") == 0
    assert page.texts("#files .name") == ["a.txt", "b.txt"]
    page.choose("#family", "")
    page.click("#chart [data-rule=ad-contact-line]")
    assert page.texts("#files .name") == ["a.txt", "b.txt"]
    assert page.run("document.querySelector('#rule').value") == "ad-contact-line"
    page.click("#chart [data-rule=ad-contact-line]")
    page.choose("#safety", "unsafe")
    assert page.texts("#files .name") == []
    assert "Nothing matches" in page.text("#about")
    page.choose("#safety", "")
    page.press("j", "x")
    page.choose("#decided", "refused")
    assert len(page.texts("#files .name")) == 1


def test_search(tab) -> None:
    page = tab()
    page.press("/")
    assert page.run("document.activeElement.id") == "search"
    page.search("𡈽")
    assert page.texts("#files .name") == ["b.txt"]
    assert page.texts("#text mark") == ["𡈽"]
    page.search("gongwen")
    page.press("Enter")
    assert "ad-contact-line" in page.text("#told")
    page.search("")
    assert len(page.texts("#files .name")) == 2


def test_refuse_export_and_run_again(browser, tab, tmp_path) -> None:
    page = tab()
    page.press("j", "j", "x")
    assert page.text("#count") == "1"
    assert page.run("document.querySelectorAll('#text .refused').length") == 1
    page.press("x", "x")
    page.run("[...document.querySelectorAll('[data-file]')][1].click()")
    page.press("j")
    spared = page.text("#told del")
    page.press("x")
    decisions = exported(browser, page)
    assert [entry["path"] for entry in decisions["decisions"]] == ["in/a.txt", "in/b.txt"]
    again = Cleaner(decisions=load(browser.folder / "decisions.json"))
    one, other = again(TEXTS["in/a.txt"], path="in/a.txt"), again(TEXTS["in/b.txt"], path="in/b.txt")
    assert one.unmatched == other.unmatched == ()
    assert one.text.count(AD) == 1
    assert one.text.endswith(f"{AD}\n我们要抓好落实。\n")
    assert spared in other.text and spared not in CLEANER(TEXTS["in/b.txt"]).text


def speechclean(*arguments: str, folder: Path) -> str:
    """Run the command as a user does; what it says on standard error."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "LC_ALL": "C"}
    command = [sys.executable, "-m", "speechclean", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=60, check=True)
    return done.stderr.decode()


def test_the_whole_way_from_the_command_line_and_back(browser, tmp_path) -> None:
    (tmp_path / "in").mkdir()
    for path, text in TEXTS.items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    speechclean("fix", "in", "--report", "review.html", folder=tmp_path)
    page = browser.open(tmp_path / "review.html")
    page.search("今天的会议")
    page.search("")
    page.press("j", "j", "x")
    exported(browser, page)
    named = ("--decisions", str(browser.folder / "decisions.json"))
    said = speechclean("fix", "in", *named, "--journal", "j.jsonl", "--verify", folder=tmp_path)
    assert "2 cleaned, 1 unchanged" in said
    assert "decision" not in said
    assert (tmp_path / "cleaned/a.txt").read_text(encoding="utf-8").count(AD) == 1
    said = speechclean("fix", "cleaned", "-o", "twice", *named, folder=tmp_path)
    assert "0 cleaned, 3 unchanged" in said
    speechclean("restore", "cleaned", "--journal", "j.jsonl", "-o", "back", folder=tmp_path)
    assert (tmp_path / "back/a.txt").read_bytes() == (tmp_path / "in/a.txt").read_bytes()


def test_every_change_of_the_seeds_is_exported_as_python_would(browser, tab) -> None:
    seeds = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").iterdir())}
    page = tab(seeds)
    page.choose("#order", "name")
    page.click("[data-file]")
    page.press("j")
    total = sum(len(changes(CLEANER(text))) for text in seeds.values())
    page.run(
        f"for (let at = 0; at < {2 * total}; at += 1) {{"
        " if (!document.querySelector('.current.refused')) document.querySelector('#refuse').click();"
        " document.querySelector('#next').click(); }"
    )
    assert page.text("#count") == str(total)
    exported(browser, page)
    found = load(browser.folder / "decisions.json").refusals
    assert set(found) == {c.refusal(name) for name, text in seeds.items() for c in changes(CLEANER(text))}


def test_all_that_are_alike(tab) -> None:
    page = tab()
    page.press("j")
    assert page.text("#alike span") == "all 3 like it"
    page.press("X")
    assert page.text("#count") == "3"
    page.press("X")
    assert page.text("#count") == "0"


def test_refusals_stay_when_the_page_is_opened_again(browser, tmp_path) -> None:
    file = written(tmp_path, TEXTS)
    page = browser.open(file)
    page.press("j", "x")
    again = browser.open(file, beside=page)
    assert again.text("#count") == "1"
    assert again.run("document.querySelectorAll('#text .refused').length") == 1
    assert browser.open(file).text("#count") == "0"


def test_decisions_of_before_are_shown_carried_on_and_taken_back(browser, tmp_path) -> None:
    refusals = [c.refusal("in/a.txt") for c in changes(CLEANER(TEXTS["in/a.txt"]))]
    (tmp_path / "before.json").write_text(dump([*refusals, refusals[0]._replace(path="z.txt")], "speechclean 0"))
    cleaner = Cleaner(Settings(decisions=(str(tmp_path / "before.json"),)))
    page = browser.open(written(tmp_path, TEXTS, cleaner))
    assert page.text("#count") == "3"
    page.run("[...document.querySelectorAll('[data-file]')].find((each) => each.title === 'in/a.txt').click()")
    assert len(page.texts("#about .earlier li")) == 2
    page.click("#about .earlier input")
    assert page.text("#count") == "2"
    kept = exported(browser, page)["decisions"]
    assert [(entry["path"], entry["ordinal"]) for entry in kept] == [("z.txt", 0), ("in/a.txt", 1)]


def test_hostile_documents_are_text(tab) -> None:
    page = tab({"in/<b>x</b>.txt": HOSTILE, "in/y.txt": HOSTILE.replace("各位", "同志们")})
    page.press("j")
    assert page.run("document.title") == "speechclean: review"
    assert page.run("document.querySelectorAll('#text script, #text img, #text iframe, b b, #text b').length") == 0
    assert "<b>x</b>.txt" in page.texts("#files .name")
    assert "</script><script>document.title='owned'" in page.text("#text")
    assert "U+202E" in page.texts("#text .unseen")
    assert page.requests() == []
    assert page.complaints() == []


def test_the_policy_lets_nothing_else_run(tab) -> None:
    page = tab()
    page.run(
        "(() => { const own = document.createElement('script'); own.type = 'text/plain';"
        " try { own.textContent = 'window.owned = 1'; own.type = ''; } catch { } document.head.append(own);"
        " const picture = new Image(); picture.src = 'https://example.com/x.png'; document.body.append(picture); })()"
    )
    time.sleep(0.3)
    assert page.run("window.owned") is None
    said = " ".join(page.complaints())
    assert "Content Security Policy" in said


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (1280, True), (390, False)])
def test_nothing_sticks_out(tab, width: int, dark: bool) -> None:
    page = tab(width=width, dark=dark)
    page.press("j")
    assert page.run("document.documentElement.scrollWidth") <= width
    light = page.run("getComputedStyle(document.body).backgroundColor")
    assert (light == "rgb(26, 27, 30)") is dark
    if width < 600:
        page.click("#menu")
        page.wait("getComputedStyle(document.querySelector('#side')).visibility === 'visible'")
        page.click("[data-file]")
        page.wait("getComputedStyle(document.querySelector('#side')).visibility === 'hidden'")


def test_many_files_and_changes_stay_fast(tab) -> None:
    body = "".join(f"第{line}段，各位\u200b代表、同志们，会议\u200b现在开始。\n" for line in range(50))
    texts = {f"in/{number:03}.txt": f"第{number}号文件\n{body}" for number in range(199)}
    texts["in/big.txt"] = body * 100
    texts["in/line.txt"] = texts["in/big.txt"].replace("\n", "")
    began = time.monotonic()
    page = tab(texts)
    count = int(page.text("#summary").split("·")[1].replace("\u00a0", "").split()[0])
    assert count >= 20_000
    opened = page.run("performance.now()")
    timed = "(() => {{ const began = performance.now(); {}; document.body.offsetHeight; return performance.now() - began; }})()"
    row = "[...document.querySelectorAll('[data-file]')].find((each) => each.title === 'in/big.txt')"
    assert page.run(timed.format(f"{row.replace('big', 'line')}.click()")) < 1000
    assert page.run("document.querySelectorAll('#text .change').length") < 4000
    assert page.run(timed.format(f"{row}.click()")) < 1000
    assert page.run("document.querySelectorAll('#text .change').length") < 2000
    assert page.run(timed.format("for (let at = 0; at < 50; at += 1) document.querySelector('#next').click()")) < 2000
    last = "document.querySelector('#reader').scrollTop = 1e9"
    assert page.run(timed.format(last)) < 1000
    page.wait("document.querySelector('#text .block:last-child .change')", 5)
    box = "document.querySelector('#search')"
    page.run(f"{box}.value = '第7号'; {box}.dispatchEvent(new Event('input', {{bubbles: true}}))")
    page.wait("document.querySelectorAll('#files .name').length === 1", 5)
    assert opened < 10_000
    assert time.monotonic() - began < 90
