"""Make up accounts, numbers and hosts, plain and in disguise, for invent_ads.py."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

LETTERS, DIGITS = "abcdefghijklmnopqrstuvwxyz", "0123456789"
ENDINGS = ("com", "cn", "net", "org", "cc", "vip", "top", "xyz", "club", "tv", "me", "com.cn", "info", "la", "tw", "hk")
STYLES = ("⓪①②③④⑤⑥⑦⑧⑨", "零一二三四五六七八九", "０１２３４５６７８９", "〇壹贰叁肆伍陆柒捌玖", "⓿❶❷❸❹❺❻❼❽❾")
STYLES += ("零幺二三四五六七八九", "0⒈⒉⒊⒋⒌⒍⒎⒏⒐", "0㈠㈡㈢㈣㈤㈥㈦㈧㈨", "o123456789")
DOTS = ("点", "·", "。", "．", " . ", "點", "•", "丶")
SYLLABLES = re.findall(
    "[a-z]+",
    "gong wen wang fan zuo wei xin shu ku xue xi jiao yu kao shi ben xiao shuo lun dang ke cai liao jia zhi hui",
)


def digits(chance: Random, least: int, most: int) -> str:
    """So many digits."""
    return "".join(chance.choices(DIGITS, k=chance.randint(least, most)))


def word(chance: Random) -> str:
    """A name as accounts and hosts have it: syllables, or any letters."""
    if chance.random() < 0.6:
        return "".join(chance.choices(SYLLABLES, k=chance.randint(1, 3)))
    return "".join(chance.choices(LETTERS, k=chance.randint(2, 8)))


def account(chance: Random) -> str:
    """A Latin account, in no disguise."""
    return word(chance) + digits(chance, 0, 4)


def landline(chance: Random) -> str:
    """A telephone number of an office."""
    return chance.choice(("0571-", "010-", "(0755)", "2", "")) + digits(chance, 7, 7)


def mobile(chance: Random, *, disguised: bool = False) -> str:
    """A mobile number, at times in disguise."""
    number = "1" + chance.choice("3589") + digits(chance, 9, 9)
    return styled(chance, number) if disguised and chance.random() < 0.3 else number


def styled(chance: Random, number: str) -> str:
    """Digits in another style, all or some of them, or in groups."""
    style, kind = chance.choice(STYLES), chance.random()
    if kind < 0.25:
        cut = chance.randint(3, 4)
        return chance.choice(" -·.丨|_").join((number[:cut], number[cut : cut + 3], number[cut + 3 :]))
    if kind < 0.35:
        return chance.choice(" .-").join(number)
    share = 1.0 if kind < 0.75 else 0.5
    return "".join(style[int(sign)] if chance.random() < share else sign for sign in number)


def identifier(chance: Random) -> str:
    """An account as an ad gives it: Latin or a number, plain or in disguise."""
    kind = chance.random()
    if kind < 0.62:
        tail = digits(chance, 1, 5) if chance.random() < 0.8 else ""
        name = word(chance) + chance.choice(("", "", "_", "-", ".")) + tail
        if kind < 0.06:
            return "".join(chr(ord(sign) + 0xFEE0) for sign in name)
        if kind < 0.14 and tail:
            return name[: -len(tail)] + styled(chance, tail)
        if kind < 0.17:
            return chance.choice((name.upper(), name.title(), "@" + name))
        if kind < 0.2:
            return chance.choice("（【[“").join(("", name)) + chance.choice("）】]”")
        return name
    number = digits(chance, 7, 11)
    return number if kind < 0.82 else styled(chance, number)


def host_name(chance: Random) -> str:
    """A host, its dots at times in disguise."""
    name = word(chance) + chance.choice(("", "", "", digits(chance, 1, 3), "-wx"))
    host = chance.choice(("", "", "www.", "m.", "www.", "bbs.")) + name + "." + chance.choice(ENDINGS)
    style = chance.random()
    if style < 0.1:
        return "".join(chr(ord(sign) + 0xFEE0) for sign in host)
    if style < 0.2:
        return "http://" + host + chance.choice(("", "/a/1.html", "/"))
    if style < 0.25:
        return " ".join(host)
    return host.replace(".", chance.choice(DOTS)) if style > 0.75 else host
