"""Make up ads, and notices that are none, for train_judgement.py; the parts stand in tests/corpus/ad_parts.txt."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    Kit = dict[str, list[str]]
    Case = dict[str, str]

MARK = re.compile("⟦([^⟦⟧]*)⟧")
HAN = re.compile("[\u4e00-\u9fff]")
HAN_PAIR = re.compile("[\u4e00-\u9fff](?=[\u4e00-\u9fff])")
INVENTED, NOTICES = 500, 2
ENDINGS = ("com", "cn", "net", "org", "cc", "vip", "top", "xyz", "club", "tv", "me", "com.cn")
DISGUISES = ("⓪①②③④⑤⑥⑦⑧⑨", "零一二三四五六七八九", "０１２３４５６７８９", "〇壹贰叁肆伍陆柒捌玖", "⓿❶❷❸❹❺❻❼❽❾")
SEPARATORS = (" ", ".", "-", "/", "_", "·", "|", "*", "~", "丨")


def own_text(case: Case) -> str:
    """A case's text without what is marked as noise."""
    return MARK.sub("", case["text"])


def parts(path: Path) -> Kit:
    """The parts of made-up ads by their place."""
    found: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        if line.startswith("[") and line.endswith("]") and "{" not in line:
            found[line[1:-1]] = current = []
        elif line:
            current.append(line)
    return found


def invented(kit: Kit, cases: Sequence[Case]) -> Iterator[Case]:
    """Cases with made-up ads: behind a sentence's end, inside a word, or as a line."""
    chance = Random(7)  # made-up ads, no secrets
    hosts = [line for case in cases for line in own_text(case).split("\n") if len(HAN.findall(line)) > 24]
    for _ in range(INVENTED):
        host = chance.choice(hosts)
        ends = [match.end() for match in re.finditer("[。！？]", host) if 6 < match.end() < len(host) - 6]
        inside = not ends or chance.random() < 0.22
        if inside:
            place = chance.choice([m.end() for m in HAN_PAIR.finditer(host, 2)] or [len(host) // 2])
        else:
            place = chance.choice(ends)
        yield {
            "text": host[max(0, place - 80) : place]
            + f"⟦{advertisement(kit, chance, short=inside)}⟧"
            + host[place : place + 80]
        }


def notices(kit: Kit, cases: Sequence[Case]) -> Iterator[Case]:
    """Cases that are no ads and hold what ads hold, alone or between two sentences of a case."""
    chance = Random(8)  # made-up notices, no secrets
    hosts = [part for case in cases for part in re.findall("[^。！？\\n⟦⟧]{12,60}[。！？]", own_text(case))]
    for template in kit["notice"] * NOTICES:
        text = template
        for sign, make in (("{l}", landline), ("{p}", phone), ("{n}", number), ("{i}", account)):
            while sign in text:
                text = text.replace(sign, make(chance), 1)
        before = chance.choice(hosts) if chance.random() < 0.5 else ""
        yield {"text": before + text + (chance.choice(hosts) if chance.random() < 0.5 else "")}


def advertisement(kit: Kit, chance: Random, *, short: bool) -> str:
    """One ad: a contact, a site or an offer, plain or in disguise."""
    pick = chance.choice
    kind = chance.random()
    if kind < 0.2:
        return pick(kit["siteframe"][-20:]).replace("{s}", pick(kit["site"])).replace("{d}", host_name(chance))
    if kind < 0.32 and not short:
        contact = chance.random()
        tail = f"，{pick(kit['call'])}{pick(kit['channel'])}{identifier(chance)}" if contact < 0.4 else ""
        tail = tail or (f"，{pick(('电话', '热线', '致电', '联系'))}{phone(chance)}" if contact < 0.8 else "")
        return pick(kit["service"]) + tail
    if kind < 0.45:
        named = pick(kit["named"]) + pick(("：", "“", "", " ")) + pick(kit["name"])
        named += "”" if "“" in named else ""
        return pick(("", "关注", "搜", "更多内容在")) + named + ("" if short else pick(("", "", pick(kit["tail"]))))
    head = "" if short and chance.random() < 0.7 else pick(kit["head"])
    contact = pick(kit["call"]) + pick(kit["channel"]) + pick(("：", ":", "", " ", "", "→")) + identifier(chance)
    tail = pick(kit["tail"]) if chance.random() < (0.3 if short else 0.7) else ""
    text = head + contact + tail
    if chance.random() < 0.12:
        signs = pick(("👉👈", "🔥🔥", "★★", "📢📢", "💥💥", "❤❤", "◆◆", "☞☜"))
        text = signs[0] + text + signs[1]
    if chance.random() < 0.08 and not tail:
        text = pick(SEPARATORS).join(text)
    return pick(("{}", "{}", "{}", "{}", "（{}）", "【{}】", "[{}]")).format(text)


def account(chance: Random) -> str:
    """A made-up Latin account."""
    letters = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(3, 8)))
    return letters + "".join(chance.choices("0123456789", k=chance.randint(0, 4)))


def number(chance: Random) -> str:
    """A made-up account of digits."""
    return "".join(chance.choices("0123456789", k=chance.randint(7, 10)))


def landline(chance: Random) -> str:
    """A made-up telephone number of an office."""
    return chance.choice(("0571-", "010-", "(0755)", "2", "")) + "".join(chance.choices("0123456789", k=7))


def identifier(chance: Random) -> str:
    """A made-up account: Latin, a number, a number in disguise."""
    letters, digits = "abcdefghijklmnopqrstuvwxyz", "0123456789"
    kind = chance.random()
    if kind < 0.5:
        name = "".join(chance.choices(letters, k=chance.randint(2, 8))) + chance.choice(("", "_", "-"))
        text = name + "".join(chance.choices(digits, k=chance.randint(1, 5)))
        return "".join(chr(ord(c) + 0xFEE0) for c in text) if kind < 0.06 else text
    number = "".join(chance.choices(digits, k=chance.randint(7, 11)))
    if kind < 0.8:
        return number
    if kind < 0.85:
        return chance.choice(" -").join((number[:3], number[3:6], number[6:]))
    style = chance.choice(DISGUISES)
    return "".join(style[int(digit)] for digit in number)


def phone(chance: Random) -> str:
    """A made-up mobile number."""
    return "1" + chance.choice("3589") + "".join(chance.choices("0123456789", k=9))


def host_name(chance: Random) -> str:
    """A made-up host, its dots at times in disguise."""
    name = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(3, 9)))
    name += chance.choice(("", "", "8", "66", "-wx"))
    host = chance.choice(("", "www.", "m.", "www.")) + name + "." + chance.choice(ENDINGS)
    style = chance.random()
    if style < 0.1:
        return "".join(chr(ord(c) + 0xFEE0) for c in host)
    if style < 0.2:
        return "http://" + host + chance.choice(("", "/a/1.html"))
    return host.replace(".", chance.choice(("点", "·", "。", "．"))) if style > 0.75 else host
