"""Whether a text is a primer, whose readings are there for those who learn to read."""

from __future__ import annotations

from speechclean.core.encoded import count_in_rows
from speechclean.core.pattern import Pattern
from speechclean.rules.glosses.places import LETTERS, size_of_word

ABOUT_READINGS = Pattern(
    "读音|讀音|多音|拼音|[读讀唸念][作为為成]|[念唸]音|注音|声调|聲調|口音|[乡鄉]音|[土地][话話]|家[乡鄉][话話]|普通[话話]|方言|异读|異讀|破音|轻声|輕聲|韵母|韻母|声母|聲母|"
    "字音|正音|生[字词詞]|识字|識字|[汉漢]字|[字词詞][典表]|跟[我着著他她][读讀念唸]|朗[读讀]|[误誤][读讀]|生僻|粤语|粵語|音译|音譯|象声词|谐音|諧音|"
    "词语表|詞語表|[组組][词詞]|偏旁|部首|[听聽][写寫]|[形同]近?[音字]字|[会會要][认認写寫读讀]的?[字词詞]|我[会會][认認写寫读讀]|[读讀念唸][一两兩二三几幾]遍|[绕繞]口令|韵[脚腳]|押[^，。\n]{0,4}[韵韻]|加点字|加點字|音[节節序]|"
    f"[读讀念唸]“?[{LETTERS}]",
    first="读讀多拼唸念注声聲口乡鄉土地家普方异異破轻輕韵韻母字正生识識汉漢词詞跟朗误誤僻粤粵音译譯象谐諧组組偏部听聽形同会會要我加绕繞押",
)
"""What a text says that is about readings, or a lesson in characters and words."""
PRIMER = 0.7
"""The share of glossed characters from which on a text is a primer, when the syllables have tones."""
CALLED = Pattern(
    r"(?:注音|拼音)(?:读[本物]|讀[本物]|版|本(?![身来地])|教材|故事|儿歌|兒歌|唐诗|唐詩|识字|識字|课本|課本|绘本|繪本|童[话話谣謠]|对照|對照)"
    r"|[带帶附加有全][汉漢]?[语語]?(?:注音|拼音)|[(（【\[](?:[^()（）\n]{0,6})?(?:注音|拼音)(?:[^()（）\n]{0,4})?[)）】\]]",
    first="注拼带帶附加有全(（【[",
)
"""What a text calls itself that has its readings for its readers."""
HEAD, PRIMER_AS_CALLED = 120, 0.35
"""Where it says so, and the share that is enough then: titles and notes are not glossed."""
LEAST_OF_PRIMER = 0.07
"""The share of glosses in a primer's text, of which each takes seven characters with its own, is larger."""
FEWEST_LISTED, ONE_IN, MOST_ASKED = 3, 6, 12
"""So many words make a list, in which one of six may stand in a sentence; so many of them are looked at."""
LONGEST_WORD, LONGEST_IN_LESSON = 3, 4
HAN = 0x34, 0x9F
"""The rows of 256 characters that are Chinese."""


def calls_itself_one(text: str) -> bool:
    """Whether a text says in its head that it has pinyin for its readers, in one of the two words for it."""
    head = text[:HEAD]
    return ("注音" in head or "拼音" in head) and CALLED.search(head) is not None


def is_primer(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether nearly every character has its reading with its tone, as in a book for beginners."""
    share = PRIMER_AS_CALLED if calls_itself_one(text) else PRIMER
    if not _are_most(len(spans), text, share):
        return False
    return _are_most(sum(_has_tone(text, start, end) for start, end in spans), text, share)


def is_list(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether the glossed characters stand in words that are listed: `春(chūn)天、夏(xià)天`. A kit glosses sentences."""
    if len(spans) < FEWEST_LISTED:
        return False
    some = spans[:: 1 + len(spans) // MOST_ASKED]
    most = left = len(some) // ONE_IN
    for start, end in some:
        size = size_of_word(text, start, end)
        most -= size > LONGEST_WORD
        left -= size > LONGEST_IN_LESSON
        if left < 0:
            return False
    return most >= 0 or ABOUT_READINGS.search(text) is not None


def _has_tone(text: str, start: int, end: int) -> bool:
    """Whether a reading is written with its tone, in brackets or without."""
    inside = text[start:end] if text[start].isalpha() else text[start + 1 : end - 1]
    return not inside.isascii()


def _are_most(count: int, text: str, share: float) -> bool:
    """Whether so many glosses are those of a primer, if all of them have tones."""
    if count < LEAST_OF_PRIMER * len(text):
        return False
    begin = text[: 3 * count]  # most texts show here already that they have more
    return count > share * count_in_rows(begin, *HAN) and count > share * count_in_rows(text, *HAN)
