"""The documents say what the code does."""

from __future__ import annotations

import importlib.util
import re
import shlex
import shutil
from pathlib import Path

import click
import pytest

from session import SHELL, blocks, holds, not_run, run_page, shown_again, steps
from speechclean.cli import app

ROOT = Path(__file__).parent.parent


def script(name: str):
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_rules_is_up_to_date() -> None:
    page = script("make_rules_doc").page()
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == page, "run scripts/make_rules_doc.py"


def test_the_fold_table_is_what_opencc_says() -> None:
    from speechclean.core.fold import fold_table

    assert {chr(code): chr(to) for code, to in fold_table().items()} == script("make_fold").table()


def test_the_phrases_are_what_opencc_says() -> None:
    from speechclean.rules.script import convert

    written = (Path(convert.__file__).parent / "phrases.txt").read_text(encoding="utf-8")
    assert written.splitlines() == script("make_phrases").lines(), "run scripts/make_phrases.py"


def test_the_index_of_the_rules_is_up_to_date() -> None:
    from speechclean.rules import indexed, indexed_scripts

    made = script("make_rule_index")
    for module, text in ((indexed, made.index()), (indexed_scripts, made.scripts())):
        assert Path(module.__file__).read_text(encoding="utf-8") == text, "run scripts/make_rule_index.py"


def test_the_keys_of_groups_are_up_to_date() -> None:
    made = script("make_group_keys")
    assert made.TARGET.read_text(encoding="utf-8") == made.table(), "run scripts/make_group_keys.py"


PAGES = [
    path
    for path in (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")))
    if blocks(path.read_text("utf-8"))
]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_example_on_a_page_holds(path: Path, tmp_path: Path) -> None:
    why = not_run(path.read_text(encoding="utf-8"))
    if why:
        pytest.skip(why)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    failures = run_page(path, tmp_path)
    assert not failures, "\n".join(failures)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_session_is_one_that_is_run(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    others = [block for block in blocks(text) if block.language not in SHELL and not block.skipped]
    assert not [block.line for block in others if re.search(r"^\$ ", block.text, re.MULTILINE)]
    assert not re.findall(r"^    \$ .*", text, re.MULTILINE), "write ```console, so that it is run"
    assert all(len(block.skipped) > 10 for block in blocks(text) if block.skipped), "say why it is not run"


def test_the_commands_on_the_pages_have_these_options() -> None:
    """Also those that stand alone, without what they print."""
    wrong = []
    for path in PAGES:
        for line in re.findall(r"^(?:    |\$ )?(?:.*\| )?speechclean ([a-z].*)", path.read_text("utf-8"), re.MULTILINE):
            command, known = app, {"--version", "--help", "--lang", "--color"}
            for word in shlex.split(re.split(r" [#|<>] ?|`|;|…|\)", line)[0].replace("'", "").replace('"', "")):
                inner = command.get_command(click.Context(command), word) if isinstance(command, click.Group) else None
                command = inner or command
                known |= {option for parameter in command.params for option in parameter.opts}
                if word.startswith("-") and len(word) > 1 and word.split("=")[0] not in known:
                    wrong.append(f"{path.name}: {line}: {word}")
    assert not wrong


@pytest.mark.parametrize(
    ("expected", "got", "same"),
    [
        ("a\n", "a\n", True),
        ("a\n", "b\n", False),
        ("", "", True),
        ("", "a\n", False),
        ("a\n…\nc\n", "a\nb\nb\nc\n", True),
        ("a\n…\nc\n", "a\nc\n", True),
        ("a\n…\nc\n", "a\nb\n", False),
        ("1 of … files\n", "1 of 7 files\n", True),
        ("1 of … files\n", "1 of\n7 files\n", False),
        ("a.b\n", "axb\n", False),
    ],
)
def test_how_an_output_is_compared(expected: str, got: str, same: bool) -> None:
    assert holds(expected, got) is same


def test_how_a_session_is_read(tmp_path: Path) -> None:
    assert [step.command for step in steps("$ cat <<X\n> a\n> X\na\n$ true\n")] == ["cat <<X\na\nX\n", "true\n"]
    page = tmp_path / "page.md"
    page.write_text(
        "```console\n$ echo a; false\nb\n$ echo $?\n1\n```\n"
        "<!-- not run: there is no such thing -->\n```console\n$ nothing\n```\n"
        "```python\n>>> 1 + 1\n3\n\n```\n```python\nassert False\n```\n"
    )
    first, second, third = run_page(page, tmp_path)
    assert first == "page.md:1: $ echo a; false\nexpected:\nb\ngot:\na\n"
    assert "Expected:\n    3\nGot:\n    2" in second
    assert third == "page.md:16: AssertionError: "
    assert not_run("# Page\n\n<!-- page not run: nothing is there -->\n") == "nothing is there"


def test_a_session_is_shown_again(tmp_path: Path) -> None:
    page = "```console\n$ cat <<X\n> a\n> X\nb\n$ echo a b\na …\n$ true\nc\n```\n"
    assert shown_again(page, tmp_path) == "```console\n$ cat <<X\n> a\n> X\na\n$ echo a b\na …\n$ true\n```\n"
