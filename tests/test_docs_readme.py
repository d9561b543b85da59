"""Pages in two languages are of equal rank, and the documents know of each other and of every command."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from speechclean.core.choices import Choices
from speechclean.rules import stages
from speechclean.rules.custom.lint import lint
from speechclean.rules.custom.load import load
from speechclean.rules.custom.trial import failures
from speechclean.rules.selection import known_names

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAIRS = pytest.mark.parametrize("pair", [("README.md", "README.zh-CN.md"), ("docs/faq.md", "docs/faq.zh-CN.md")])
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
CODE = re.compile("`[^`\n]+`")
PAGES = [path.relative_to(ROOT).as_posix() for path in (*sorted(ROOT.glob("*.md")), *sorted(DOCS.glob("*.md")))]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def fences(name: str) -> list[tuple[str, str]]:
    return re.findall(r"^```(\w*)\n(.*?)^```$", text(name), re.DOTALL | re.MULTILINE)


@PAIRS
def test_both_have_the_same_sections(pair) -> None:
    levels = [[len(mark) for mark in re.findall(r"^(#+) ", text(name), re.MULTILINE)] for name in pair]
    assert levels[0] == levels[1]


@PAIRS
def test_both_have_the_same_tables_and_lists(pair) -> None:
    for mark in (r"^\|", r"^- "):
        rows = [len(re.findall(mark, text(name), re.MULTILINE)) for name in pair]
        assert rows[0] == rows[1], mark


@PAIRS
def test_both_show_the_same_commands(pair) -> None:
    for (language, english), (same, chinese) in zip(*map(fences, pair), strict=True):
        assert language == same
        if language == "console":
            one, other = (block.replace(" --lang zh", "") for block in (english, chinese))
            assert re.findall(r"^\$ .*", one, re.MULTILINE) == re.findall(r"^\$ .*", other, re.MULTILINE)
        else:
            assert english == chinese


@PAIRS
def test_both_name_the_same_options_and_files(pair) -> None:
    names = [re.findall(r"--[a-z][a-z-]+|[\w-]+\.(?:json|sarif|html|toml|py)\b", text(name)) for name in pair]
    assert {*names[0]} - {"--lang"} == {*names[1]} - {"--lang"}


@pytest.mark.parametrize("name", PAGES)
def test_no_link_leads_nowhere(name) -> None:
    links = {link for link in LINK.findall(CODE.sub("", text(name))) if not link.startswith("http")}
    assert not [link for link in links if not ((ROOT / name).parent / link).exists()]


def test_the_rule_of_the_readme_holds(tmp_path) -> None:
    (block,) = [block for language, block in fences("README.md") if language == "toml"]
    path = tmp_path / "own.toml"
    path.write_text(block, encoding="utf-8")
    specs = load([str(path)], known_names(stages(Choices())))
    assert not [failure for spec in specs for failure in failures(spec)]
    assert not list(lint(specs)), "a newcomer's first rule draws no warning"


def test_the_index_names_every_document() -> None:
    index = text("docs/README.md")
    assert [path.name for path in DOCS.iterdir() if path.name != "README.md" and f"({path.name})" not in index] == []


def test_the_pages_of_commands_are_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("make_commands_doc", ROOT / "scripts" / "make_commands_doc.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    for language, words in script.PAGES.items():
        assert text(f"docs/{words.file}") == script.page(language), "run python scripts/make_commands_doc.py"
