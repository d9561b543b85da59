"""Make up ads, and notices that are none, for train_judgement.py; the parts stand in tests/corpus/ad_parts.txt.

A part may hold the names of others in braces: `{act}{place}{id}` is a call, a channel and an account.
"""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

from invent_accounts import account, digits, host_name, identifier, landline, mobile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    Kit = dict[str, list[str]]
    Case = dict[str, str]

MARK = re.compile("⟦([^⟦⟧]*)⟧")
SLOT = re.compile(r"\{(\w+)\}")
HAN = re.compile("[\u4e00-\u9fff]")
HAN_PAIR = re.compile("[\u4e00-\u9fff](?=[\u4e00-\u9fff])")
INVENTED, NOTICES = 40_000, 8
SEPARATORS = (" ", ".", "-", "/", "_", "·", "|", "*", "~", "丨", "\u3000", "+")
KINDS = ("contact",) * 6 + ("groupad",) * 2 + ("namedad",) * 5 + ("sitead",) * 4 + ("servicead",) * 6 + ("novelad",)
MADE: dict[str, Callable[[Random], str]] = {
    "id": identifier,
    "acct": account,
    "i": account,
    "num": lambda chance: digits(chance, 7, 10),
    "n": lambda chance: digits(chance, 1, 4),
    "n2": lambda chance: digits(chance, 2, 2),
    "n3": lambda chance: digits(chance, 3, 3),
    "n6": lambda chance: digits(chance, 6, 6),
    "phone": lambda chance: mobile(chance, disguised=True),
    "p": mobile,
    "l": landline,
    "host": host_name,
}


def own_text(case: Case) -> str:
    """A case's text without what is marked as noise."""
    return MARK.sub("", case["text"])


def parts(path: Path) -> Kit:
    """The parts of made-up ads by their name."""
    found: Kit = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        if re.fullmatch(r"\[[a-z0-9]+\]", line):
            current = found.setdefault(line[1:-1], [])
        elif line:
            current.append(line)
    return found


def filled(kit: Kit, text: str, chance: Random) -> str:
    """A part with all names in braces replaced."""
    while slot := SLOT.search(text):
        name = slot[1]
        part = MADE[name](chance) if name in MADE else chance.choice(kit[name])
        text = text[: slot.start()] + part + text[slot.end() :]
    return text


def advertisement(kit: Kit, chance: Random, *, short: bool) -> str:
    """One ad, plain, framed or spaced out."""
    text = filled(kit, chance.choice(kit["in" if short else chance.choice(KINDS)]), chance)
    if not short and chance.random() < 0.22:
        text = chance.choice(kit["emoji"]).replace("{x}", text)
    if len(text) < 20 and chance.random() < 0.09:
        text = chance.choice(SEPARATORS).join(text.replace(" ", ""))
    elif chance.random() < 0.02:
        text = "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)
    return text


def invented(kit: Kit, cases: Sequence[Case]) -> Iterator[Case]:
    """Cases with made-up ads: behind a sentence's end, behind a comma, inside a word, or as a line."""
    chance = Random(7)  # made-up ads, no secrets
    hosts = [line for case in cases for line in own_text(case).split("\n") if len(HAN.findall(line)) > 24]
    for _ in range(INVENTED):
        yield {"text": _set_in(chance.choice(hosts), kit, chance)}


def _set_in(host: str, kit: Kit, chance: Random) -> str:
    ends = [match.end() for match in re.finditer("[。！？]", host) if match.end() > 6]
    where = chance.random()
    if where < 0.1:
        lines = [f"⟦{advertisement(kit, chance, short=False)}⟧", host[:120]]
        return "\n".join(lines if where < 0.05 else lines[::-1])
    short = not ends or where > 0.72
    places = [m.end() for m in HAN_PAIR.finditer(host, 2)] if short else ends
    if 0.3 < where < 0.8:
        places = [match.end() for match in re.finditer("[，、]", host)] or places
    place = chance.choice(places or [len(host) // 2])
    ad = advertisement(kit, chance, short=short)
    return f"{host[max(0, place - 80) : place]}⟦{ad}⟧{host[place : place + 80]}"


def notices(kit: Kit, cases: Sequence[Case]) -> Iterator[Case]:
    """Cases that are no ads and hold what ads hold, alone or between two sentences of a case."""
    chance = Random(8)  # made-up notices, no secrets
    hosts = [part for case in cases for part in re.findall("[^。！？\\n⟦⟧]{12,60}[。！？]", own_text(case))]
    for template in (kit["notice"] + kit["own"]) * NOTICES:
        before = chance.choice(hosts) if chance.random() < 0.5 else ""
        behind = chance.choice(hosts) if chance.random() < 0.5 else ""
        yield {"text": before + filled(kit, template, chance) + behind}
