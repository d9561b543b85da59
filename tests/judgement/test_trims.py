"""A span gives back what is the author's at its ends."""

from __future__ import annotations

import pytest

from speechclean.judgement.features import classify
from speechclean.judgement.foreign import foreign
from speechclean.judgement.tokens import view
from speechclean.judgement.trims import short_of_number, trimmed


@pytest.mark.parametrize(
    ("span", "behind", "kept"),
    [
        ("二要关注公众号jian_bao", "实字托底。", "关注公众号jian_bao"),
        ("👇👇课件大礼包👇👇看清按钮", "在哪。", "👇👇课件大礼包👇👇"),
        ("👇👇课件大礼包👇👇加qq12345678", "在哪。", "👇👇课件大礼包👇👇加qq12345678"),
        ("闲鱼代做模型中图分类号:f72", "", "闲鱼代做模型"),
        ("(指导老师:葛青禾)投稿加qq12345678", "", "投稿加qq12345678"),
        ("代写讲话稿加qq12345678", "同志们。", "代写讲话稿加qq12345678"),
        ("城东菜场  88   84   95.5%原表下载→jlbg.cc/t/36", "", "原表下载→jlbg.cc/t/36"),
        ("找一个穿橙色文章转载自 庆典库(hkjg.com)", "", "文章转载自 庆典库(hkjg.com)"),
        ("更多讲稿文章转载自 庆典库(hkjg.com)", "", "更多讲稿文章转载自 庆典库(hkjg.com)"),
        ("广告的特色:①", "押韵②夸张", "广告的特色:"),
        ("加微信⑧①", "我们要抓落实", "加微信81"),
    ],
)
def test_ends_are_given_back(span: str, behind: str, kept: str) -> None:
    seen = view(span + behind)
    last = next(n for n, start in enumerate(seen.starts) if start >= len(span))
    first, last = trimmed(seen, classify(seen), 0, last)
    assert seen.words(first, last) == kept


@pytest.mark.parametrize(
    ("text", "path", "kept"),
    [
        ("要全套题库加v信zhangdba_2046，秒通过接下来看第二个瓶颈：日志策略到底选 1 还是选 2。", "选 1 ", "秒通过"),
        ("要全套题库加v信zhangdba_2046，前 20 名免费领资料我们接着看日志。", "资料", "资料"),
        ("要全套题库加v信zhangdba_2046，仅限 20 名。", "限 20", "限 20"),
    ],
)
def test_a_number_far_behind_the_ad_is_the_authors(text: str, path: str, kept: str) -> None:
    seen = view(text)
    kinds = classify(seen)
    costs, _ = foreign(seen, kinds)
    last = next(n for n, start in enumerate(seen.starts) if start >= text.index(path) + len(path))
    first, last = short_of_number(seen, kinds, costs, (0, last))
    assert seen.words(first, last).endswith(kept)
