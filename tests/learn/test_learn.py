"""What was planted is found, what authors wrote is not; the same from the same input, whatever was read before."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

import pytest
from planting import Template, plant, sentences
from sowing import sow

from speechclean import Cleaner, Settings
from speechclean.core.choices import Choices
from speechclean.core.errors import StorageError
from speechclean.learn import Memory, Proposal, Text, learn, propose
from speechclean.learn.candidate import Candidate, Place, Sample
from speechclean.learn.memory import restored
from speechclean.learn.rulefile import rule_file
from speechclean.learn.score import KEEPERS
from speechclean.learn.seams import Seam
from speechclean.learn.sketch import Sketch
from speechclean.rules import stages

LEAST = 5


def small() -> Memory:
    return Memory(Sketch(1 << 20))


def learned(texts: list[str], memory: Memory | None = None, source: str = "") -> list[Proposal]:
    memory = memory or small()
    learn(lambda: [Text(text, source) for text in texts], memory, LEAST)
    return propose(memory, LEAST)


@cache
def of_seed(seed: int) -> tuple[list[str], list[Template], list[Proposal]]:
    texts, planted = plant(seed)
    return texts, planted, learned(texts)


def cleaner(tmp_path: Path, proposals: list[Proposal]) -> Cleaner:
    path = tmp_path / "learned.toml"
    path.write_text(rule_file(proposals, Memory(Sketch(2)), LEAST, path.name), encoding="utf-8")
    return Cleaner(Settings(to="keep", rules=(str(path),), select=("custom",), max_removal=1.0))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_was_planted_in_five_documents_is_found(seed: int, tmp_path: Path) -> None:
    texts, planted, proposals = of_seed(seed)
    clean = cleaner(tmp_path, proposals)
    cleaned = [clean(text).text for text in texts]

    def is_gone(template: Template) -> bool:
        sought = template.pattern()
        return sum(map(bool, map(sought.search, cleaned))) <= template.documents / 4

    found = [template for template in planted if is_gone(template)]
    assert len(found) >= 0.95 * len(planted), [template for template in planted if template not in found]


@pytest.mark.parametrize(("seed", "least"), [(1, 0.93), (4, 0.85)])
def test_what_another_way_of_planting_hides_is_found(seed: int, least: float, tmp_path: Path) -> None:
    """Templates that change inside, pages of sites: what nothing was made for; seeds from 4 on were never looked into."""
    texts, planted = sow(seed)
    memory = small()
    learn(lambda: [Text(*text) for text in texts], memory, LEAST)
    proposals = propose(memory, LEAST)
    clean = cleaner(tmp_path, proposals)
    cleaned = [clean(text).text for text, _ in texts]
    found = [
        template
        for template in planted
        if sum(map(bool, map(template.pattern().search, cleaned))) <= template.documents / 4
    ]
    assert len(found) >= least * len(planted), [template for template in planted if template not in found]
    kept = "".join(cleaned)
    whole = {sentence for sentence in sentences() if any(sentence in text for text, _ in texts)}
    # an author may quote what sites say: that is for those who read the proposals
    assert not [sentence for sentence in whole if sentence not in kept and "“" not in sentence]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_is_proposed_was_planted(seed: int) -> None:
    _, planted, proposals = of_seed(seed)
    own = [
        proposal.shown
        for proposal in proposals
        if not any(
            template.pattern().search(proposal.shown) or proposal.candidate.samples[0].text in template.text
            for template in planted
        )
    ]
    assert len(own) <= 0.02 * len(proposals), own


def test_what_stands_in_fewer_documents_is_not_proposed() -> None:
    pool = sentences()
    texts = [
        "\n".join([*pool[9 * number : 9 * number + 9], *(["请点击👉 abc1234 👈联系老师"] if number < 4 else [])])
        for number in range(50)
    ]
    assert learned(texts) == []
    assert learned([f"{text}\n请点击👉 abc1234 👈联系老师" for text in texts[:5]]) != []


FORMULAE = (
    "本法自公布之日起施行。",
    "第一章  总则",
    "法律、行政法规另有规定的，依照其规定。",
    "各位领导、同志们：",
    "谢谢大家！",
    "目  录",
    "由市场监督管理部门责令改正，处一万元以上三万元以下罚款；",
    "举报电话：12345",
    "全国人民代表大会常务委员会",
    "杜甫",
)


def test_the_formulae_of_laws_and_speeches_are_not_proposed() -> None:
    pool = sentences()
    texts = [
        "\n".join([FORMULAE[1], *pool[9 * number : 9 * number + 9], *FORMULAE, *pool[-number - 3 : -number - 1]])
        for number in range(60)
    ]
    assert learned(texts) == []


def test_texts_of_authors_give_nothing() -> None:
    pool = sentences()
    assert learned(["".join(pool[n : n + 10]) for n in range(0, 5700, 10)]) == []


def test_a_document_that_is_there_many_times_is_one() -> None:
    text = "\n".join([*sentences()[:20], "请点击👉 abc1234 👈联系老师"])
    memory = small()
    assert learned([text] * 30, memory) == []
    assert (memory.documents, memory.repeated) == (1, 29)


def test_the_same_twice(tmp_path: Path) -> None:
    texts, _ = plant(5, 200, 1)
    one, other = small(), small()
    assert learned(texts, one) == learned(texts, other)
    assert one.dump() == other.dump()


@pytest.mark.parametrize("seed", [1, 3])
def test_the_order_of_the_documents_tells_nothing(seed: int) -> None:
    texts, _ = plant(seed)
    written = set()
    for order in range(3):
        memory = small()
        random.Random(order).shuffle(texts)
        written.add(rule_file(learned(texts, memory), memory, LEAST, "learned.toml"))
    assert len(written) == 1


TOLD = [Sample(f"{n * 7919 % 89}早", "加微信" if n % 9 else "加威信", f"{n}晚" * 30) for n in range(90)]


@pytest.mark.parametrize("kind", ["span", "account"])
@pytest.mark.parametrize("same", [True, False], ids=["all say one thing", "some say something else"])
def test_which_samples_are_kept_does_not_hang_on_their_order(kind: str, same: bool) -> None:
    samples = [one._replace(text="加微信") if same else one for one in TOLD]
    kept = set()
    for order in range(5):
        random.Random(order).shuffle(samples)
        one = Candidate(kind, "加微信")
        for number, sample in enumerate(samples):
            one.add(sample.before, Place("line", 0, 0), sample)
            one.hear(Seam(sample.before[:2], number % 3, cuts=False))
            one.count_below(sample.after[:2])
        kept.add((tuple(one.samples), tuple(sorted(one.sources.items())), tuple(sorted(one.below.items()))))
        assert len({sample.text for sample in one.samples}) == 1 + (not same)
    assert len(kept) == 1


def test_what_a_memory_knows_counts(tmp_path: Path) -> None:
    texts, _ = plant(5, 200, 1)
    at_once = {proposal.name for proposal in learned(texts)}
    memory = small()
    learned(texts[:100], memory)
    memory = restored(memory.dump())
    in_two = {proposal.name for proposal in learned(texts, memory)}
    assert memory.documents == len(set(texts))
    # of what was rare in the first run only the counts are known, not how it was parted from its neighbours
    assert len(at_once & in_two) >= 0.9 * len(at_once)


def test_three_documents_now_and_two_later_are_five() -> None:
    pool = sentences()
    texts = ["\n".join([*pool[9 * n : 9 * n + 9], "请点击👉 abc1234 👈联系老师"]) for n in range(5)]
    memory = small()
    assert learned(texts[:3], memory) == []
    assert [proposal.candidate.documents for proposal in learned(texts[3:], restored(memory.dump()))] == [5]


def test_memory_does_not_grow_with_the_input() -> None:
    pool = sentences()
    memory = small()
    size = len(memory.sketch.table), len(memory.seen.data)
    learned(["".join(pool[n : n + 40]) for n in range(0, 5000, 7)], memory)
    assert (len(memory.sketch.table), len(memory.seen.data)) == size


def test_too_many_candidates_lose_the_rarest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("speechclean.learn.memory.MOST_CANDIDATES", 60)
    texts, planted = plant(1, 200, 2)
    memory = small()
    shown = " ".join(proposal.shown for proposal in learned(texts, memory))
    assert len(memory.candidates) <= 60
    assert memory.dropped
    often = [template for template in planted if template.documents == 30 and template.kind == "line"]
    assert all(template.text.partition("{")[0] in shown for template in often)


def test_the_floor_rises_when_the_counters_are_full() -> None:
    memory = Memory(Sketch(1 << 10))
    learned(plant(1, 50, 1)[0], memory)
    assert memory.sketch.floor > LEAST


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x05\x06" + bytes(18)])
def test_a_memory_that_is_none(data: bytes) -> None:
    with pytest.raises(StorageError):
        restored(data)


def test_a_block_of_lines_stands_together() -> None:
    pool = sentences()
    lines = ("首页 > 秋水文库 > 讲话稿", "秋水文库欢迎您访问")
    texts = ["\n".join([*lines, *pool[9 * n : 9 * n + 9]]) for n in range(8)]
    proposals = learned(texts)
    assert [proposal.shown for proposal in proposals] == list(lines)
    assert {proposal.group.partition("-")[0] for proposal in proposals} == {"header"}


def test_an_account_in_many_frames() -> None:
    pool = sentences()
    frames = (
        "加微信{}领取",
        "扫码添加薇❤：{}",
        "联系客服vx {}",
        "想要全套资料加V信{}",
        "详询微信号{}",
        "添加老师微信：{}",
    )
    texts = [
        pool[9 * n] + frames[n].format("gwk20871") + "\n" + "\n".join(pool[9 * n + 1 : 9 * n + 9]) for n in range(6)
    ]
    found = [proposal for proposal in learned(texts) if proposal.candidate.kind == "account"]
    assert [proposal.shown for proposal in found] == ["gwk20871"]
    sought = re.compile(found[0].body["pattern"], re.IGNORECASE)
    assert all(sought.search(text) for text in (*texts, "V信：G W K 2 0 8 7 1", "ｇｗｋ②⓪⑧⑦①"))


def test_what_an_author_wrote_behind_a_bracket_stays() -> None:
    pool = sentences()
    texts = [
        f"（{name}网讯）第二十条规定。{pool[9 * n]}\n" + "\n".join(pool[9 * n + 1 : 9 * n + 9])
        for n, name in enumerate(("秋水文库", "春山范文", "夜雨小说", "好稿", "一页公文", "云帆"))
    ]
    assert not [proposal.shown for proposal in learned(texts) if "第二十" in proposal.shown]


def test_words_of_authors_that_a_site_glossed_are_not_proposed() -> None:
    """A reading behind a character is cut by a rule of ours: that says nothing against the words that have it."""
    pool = sentences()
    seed = next((Path(__file__).parents[2] / "seeds").glob("003_*")).read_text(encoding="utf-8")
    glossed = [part for part in seed.replace("\n", "").split("。") if "(x" in part]
    texts = [
        "。\n".join([*(glossed[(n + k) % len(glossed)] for k in range(3)), *pool[9 * n : 9 * n + 6]]) + "。"
        for n in range(24)
    ]
    assert not [proposal.shown for proposal in learned(texts) if "(" in proposal.shown]


def test_rules_whose_cuts_say_nothing_are_there() -> None:
    families = {rule.name.partition("-")[0] for stage in stages(Choices()) for rule in stage.rules}
    assert set(KEEPERS) <= families
