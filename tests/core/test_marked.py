"""The marked text of a notebook: right, escaped, and short where the text is long."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechclean import Cleaner, Settings, clean
from speechclean.core.marked import MOST_CHANGES, differences

CLEANER = Cleaner(Settings())
AD = "防断更加微信1503991601"


class Reader(HTMLParser):
    """The texts before and after that a marked text shows, and its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.before = self.after = ""
        self.open: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs) -> None:
        self.open.append(tag)
        self.tags.add(tag)
        assert {name for name, _ in attrs} <= {"class", "style", "title"}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1] != "div" and self.open[-1] not in ("del", "ins"):
            return
        data = data.replace("⏎\n", "\n")
        self.before += data if self.open[-1] != "ins" else ""
        self.after += data if self.open[-1] != "del" else ""


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    assert not reader.open
    return reader


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["好。", AD, "  \n", "會議", "<b>&amp;</b>", '"', "\n\n\n", "𠮷", "推進(jìn)"]), max_size=12
    )
)
def test_what_is_marked_is_what_was_done(pieces: list[str]) -> None:
    text = "".join(pieces)
    result = CLEANER(text)
    reader = read(result._repr_html_())
    assert reader.before == text.removesuffix("\n")
    assert reader.after == result.text.removesuffix("\n")
    assert reader.tags <= {"div", "p", "del", "ins", "ul", "li", "i"}


def test_a_text_cannot_be_html() -> None:
    html = clean(
        f'<script>alert("x")</script>好。{AD}<img src=x onerror=y>', Settings(ignore=("markup",))
    )._repr_html_()
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;alert(&quot;x&quot;)" in html


def test_the_rule_and_its_evidence_stand_in_the_title() -> None:
    title = re.search(r'<del [^>]*title="([^"]*)"', clean(f"好。{AD}")._repr_html_())[1]
    assert unescape(title).startswith("ad-contact (")


def test_a_conversion_is_marked_character_by_character() -> None:
    html = clean("會議到此結束。")._repr_html_()
    assert re.findall(r"<del [^>]*>(.*?)</del>", html) == ["會議", "結"]
    assert re.findall(r"<ins [^>]*>(.*?)</ins>", html) == ["会议", "结"]


def test_what_cannot_be_seen_is_shown() -> None:
    html = clean("好\u202e。\u200b\ud800")._repr_html_()
    assert "\u202e" not in html
    assert "\\ud800" in html


def test_notes_are_listed() -> None:
    assert "<li>1:6 mask: **</li>" in clean("同志们来到**县调研。")._repr_html_()


def test_crlf_and_nothing_at_all() -> None:
    assert "\r" not in clean("一。  \r\n二。".encode())._repr_html_()
    assert clean("")._repr_html_().startswith('<div class="speechclean"><p>unchanged, edits: 0, notes: 0</p>')


def test_a_long_text_is_shown_around_its_changes() -> None:
    prose = "中华人民共和国的各族人民正在为建设现代化国家而努力奋斗。" * 1000
    html = clean(f"{prose}\n好。{AD}\n{prose}")._repr_html_()
    assert AD in html
    assert len(html) < 3000
    assert html.count("characters …</i>") == 2
    assert "characters …</i>" in clean(prose)._repr_html_()


def test_many_changes_take_little_time_and_room() -> None:
    result = clean("好。  \n" * 20_000)
    began = time.process_time()
    html = result._repr_html_()
    assert time.process_time() - began < 5
    assert html.count("<del") == MOST_CHANGES
    assert "… and 1970" in html


@pytest.mark.parametrize(("old", "new"), [("a" * 3000, "b"), ("abc", ""), ("", "abc"), ("abcd", "abXd"), ("a1b", "ab")])
def test_differences_lead_from_one_text_to_the_other(old: str, new: str) -> None:
    made, position = "", 0
    for found in differences(old, new):
        assert old[found.start : found.start + len(found.old)] == found.old
        made += old[position : found.start] + found.new
        position = found.start + len(found.old)
    assert made + old[position:] == new


def test_it_is_loaded_when_it_is_shown() -> None:
    code = "import sys, speechclean; speechclean.clean('好。'); print('speechclean.core.marked' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
