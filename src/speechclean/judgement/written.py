"""How accounts, numbers and addresses are written: the patterns of all tokens that are more than one sign."""

from __future__ import annotations

from speechclean.core.pattern import Pattern
from speechclean.judgement.programs import CODE, KEYS
from speechclean.lexicon import load

NUMERALS = "一二三四五六七八九"
HAN_DIGITS = f"零〇○{NUMERALS}壹贰叁肆伍陆柒捌玖幺弌弍"
WRITTEN = {
    "à": NUMERALS,
    "á": HAN_DIGITS.replace(NUMERALS, ""),
    "ä": "点",
    "ã": "點",
    "â": "。•丶∙",
    "ç": "丨⋅✱✲●",
    "ñ": "是要、个位名",
    "ø": "\u3000",
    "·": "·",
}
"""As what the patterns below see what is not ASCII: all else is a "¿". A class of Chinese takes 0.3 ms to compile."""
NUMERAL = "à"
DIGIT = "[0-9àá]"
GROUPED = r"(?<![.])[0-9]{3}[.][0-9]{3,4}[.][0-9]{3,4}(?![.]?[0-9a-z])"
"""Three groups with dots between them are a telephone's or an account's; addresses of machines have four, dates others."""
ENDS = "|".join(sorted(load("ad_domain_end"), key=len, reverse=True))
DOT = r"(?:[ ]?(?:[.·âäã]|dot)[ ]?)"
HOST = (
    rf"(?:(?:w ?[.,]?w ?[.,]?w|3w|wap|m|bbs){DOT})?(?:[a-z0-9][a-z0-9-]{{0,30}}{DOT}){{1,3}}"
    rf"(?:{ENDS}|c n|c o m|n e t)(?![a-z])"
)
STAKE = r"[a-z]?k[0-9]{1,4}[+][0-9]{3}(?![0-9])"
"""A place on a road or a railway, so many kilometres and metres; nothing else of Latin letters holds a plus."""
PATH = r"[a-z0-9_.:/?&=%#~+@!$*-]"
KNOWN = "whatsapp|telegram|weixin|wechat|line|vxin|xin|wei|qq|vx|wx|tg|id|app|ppt|word|pdf|vip|ps|v|q|x|o|wang"
PROGRAM = Pattern(rf"(?P<keys>{KEYS}|{CODE})")
PROGRAM_SIGNS = frozenset("+-:.#")
"""What is a program's, or keys, holds one of these signs or comes behind one."""
ADDRESS = Pattern(
    rf"(?P<host>(?:(?:https?|h ttps?)[:/]{{1,3}})?{HOST}(?:/(?:{PATH}*[a-z0-9/=])?)?)"
    rf"|(?P<url>(?:https?|h ttps?)[:/]{{1,3}}{PATH}{{2,}}[a-z0-9/=])"
    rf"|(?P<mail>[a-z0-9][a-z0-9._-]{{1,40}}[@#][a-z0-9-]{{1,30}}(?:[.·ä](?:{ENDS})){{1,3}}(?![a-z0-9]))"
)
ADDRESS_SIGNS = frozenset(".·âäã/")
"""An address holds one of these signs, or `dot` in letters, or `http:`."""
PLAIN = Pattern(
    rf"(?P<known>(?<!@)(?:{KNOWN})(?![a-z]))"
    rf"|(?P<number>{GROUPED}|{DIGIT}(?:[- _|·ç]?(?:{DIGIT}|o(?![a-z]))){{2,30}}(?![a-z0-9])"
    r"(?!(?<=à)ñ))"
    rf"|(?P<latin>{STAKE}|[a-z0-9](?:[a-z0-9_.@-]{{0,38}}[a-z0-9])?)"
    r"|(?P<sign>(?s:.))"
)


def token_patterns(text: str) -> list[Pattern]:
    """The patterns that tokens of such a text may match, the first that does being right; the last always does.

    Those of programs and addresses take three quarters of the time to compile, and few windows need them.
    """
    found = [PLAIN]
    if not ADDRESS_SIGNS.isdisjoint(text) or "dot" in text or "ttp" in text:
        found.insert(0, ADDRESS)
    if not PROGRAM_SIGNS.isdisjoint(text):
        found.insert(0, PROGRAM)
    return found
