from __future__ import annotations

from speechclean import clean
from speechclean.core.document import Document
from speechclean.rules.ad.threaded import MOST_RUNS, find, threaded

TEXT = "要把作风建设抓到底，抓出成效，抓成习惯。{}我们还要继续努力，久久为功，善作善成。"
AD = "公众号：老王写稿"


def test_what_was_threaded_goes_and_the_same_words_elsewhere_keep_both() -> None:
    threads = "\u200b".join(AD)
    assert clean(TEXT.format(threads)).text == TEXT.format("")
    twice = Document(TEXT.format(AD) + "这个" + AD + "的人我认识。")
    twice.original = TEXT.format(threads) + "这个" + AD + "的人我认识。"
    assert list(find(twice)) == []


def test_no_more_runs_are_looked_for_than_an_ad_leaves() -> None:
    page = "".join(
        "\u200b".join(f"微信第{n:05}号") + "这里是作者自己写的一段话，和广告没有关系。" * 2 for n in range(400)
    )
    assert len(threaded(page)) == MOST_RUNS
