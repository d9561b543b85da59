"""`fix --engine ray` gives what the local engine gives, on two machines, also when one of them dies."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from speechclean.batch import clean_batch

AD = "為我縣的鄉村振興工作開展作出新的更大貢獻。防断更加微信1503991601"
LINES = [
    {"id": 0, "text": AD},
    {"id": 1, "text": None},
    {"id": 2, "text": "现在开会。"},
    {"id": 3, "text": "一是抓落实。\n\n\n\n二是抓作风。"},
]


@pytest.fixture(scope="module")
def cluster():
    pytest.importorskip("ray", reason="needs pip install 'speechclean[ray]'")
    from ray.cluster_utils import Cluster

    memory = 100 << 20
    cluster = Cluster(
        initialize_head=True,
        head_node_args={"num_cpus": 1, "object_store_memory": memory, "include_dashboard": False},
    )
    cluster.add_node(num_cpus=1, object_store_memory=memory)
    cluster.wait_for_nodes()
    yield cluster
    import ray

    ray.shutdown()
    cluster.shutdown()


@pytest.fixture
def data(place: Path) -> Path:
    """Record files of every kind, two directories deep."""
    (place / "speechclean.toml").unlink()
    folder = place / "in"
    (folder / "deep").mkdir(parents=True)
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in LINES)
    (folder / "a.jsonl").write_text(text * 40, encoding="utf-8")
    (folder / "deep" / "b.jsonl").write_text(text, encoding="utf-8")
    import gzip

    (folder / "deep" / "c.jsonl.gz").write_bytes(gzip.compress(text.encode(), mtime=0))
    table = pa.Table.from_pylist([{**LINES[n % 4], "id": n * n} for n in range(2800)])
    parquet.write_table(table, folder / "d.parquet", row_group_size=500, compression="zstd")
    bytes_too = table.set_column(1, "text", table["text"].cast(pa.binary()))
    parquet.write_table(bytes_too, folder / "deep" / "e.parquet")
    return folder


def ray_fix(run, cluster, *arguments: str):
    return run("fix", "--engine", "ray", "--address", cluster.address, *arguments)


def test_the_same_as_the_local_engine_row_for_row(run, cluster, data: Path, place: Path) -> None:
    local = run("fix", "in", "--glob", "*.jsonl", "--glob", "*.jsonl.gz", "-o", "local", "--journal", "local.jsonl")
    done = ray_fix(run, cluster, "in", "-o", "far", "--journal", "far.jsonl", "-v")
    assert done.status == 0, done.err
    assert local.status == 0
    for name in ("a.jsonl", "deep/b.jsonl", "deep/c.jsonl.gz"):
        assert (place / "far" / name).read_bytes() == (place / "local" / name).read_bytes()
    for name in ("d.parquet", "deep/e.parquet"):
        given, written = parquet.read_table(data / name), parquet.read_table(place / "far" / name)
        assert written.equals(clean_batch(given).combine_chunks().cast(written.schema))
        assert parquet.ParquetFile(place / "far" / name).metadata.row_group(0).column(0).compression == (
            "ZSTD" if name == "d.parquet" else "SNAPPY"
        )
    records = 40 * 4 + 4 + 4 + 2800 * 2
    assert f"{records:,}".replace(",", " ") + " records: " in done.err
    assert "ad-contact" in done.err
    assert sorted(place.rglob("*.tmp")) == []
    journal = [json.loads(line) for line in (place / "far.jsonl").read_text(encoding="utf-8").splitlines()]
    of_lines = [entry for entry in journal if ".jsonl" in entry["path"]]
    theirs = [json.loads(line) for line in (place / "local.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [entry["before"] for entry in of_lines] == [entry["before"] for entry in theirs]
    rows = [entry["record"] for entry in journal if entry["path"].endswith("d.parquet")]
    assert rows == sorted(rows)


def test_large_files_are_divided(run, cluster, data: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("speechclean.batch.parquet.SPLIT", 3000)
    done = ray_fix(run, cluster, "in", "--glob", "d.parquet", "-o", "far")
    assert done.status == 0, done.err
    written = sorted((place / "far").iterdir())
    assert len(written) > 2
    rows = pa.concat_tables(parquet.read_table(path) for path in written)
    assert rows.equals(clean_batch(parquet.read_table(data / "d.parquet")).combine_chunks())


def test_what_is_damaged_is_told_of_and_the_rest_is_done(run, cluster, data: Path, place: Path) -> None:
    (data / "bad.parquet").write_bytes(b"PAR1 no parquet PAR1")
    parquet.write_table(pa.table({"body": ["x"]}), data / "other.parquet")
    picture = pa.table({"text": pa.array([AD.encode(), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9], pa.binary())})
    parquet.write_table(picture, data / "picture.parquet")
    (data / "cut.jsonl.gz").write_bytes((data / "deep" / "c.jsonl.gz").read_bytes()[:-9])
    (data / "lines.jsonl").write_text('{"text": "散會。"}\nno json\n{"other": 1}\n', encoding="utf-8")
    done = ray_fix(run, cluster, "in", "nowhere", "-o", "far")
    assert done.status == 2
    for told in (
        "bad.parquet: it cannot be read as parquet",
        "other.parquet: no column is called 'text'; there are body",
        "picture.parquet:2: ",
        "cut.jsonl.gz: the compressed data",
        "lines.jsonl:2: copied unchanged",
        "lines.jsonl:3: copied unchanged",
        "nowhere: no such file or directory",
        "7 failed",
    ):
        assert told in done.err
    far = place / "far"
    assert not (far / "bad.parquet").exists()
    assert not (far / "other.parquet").exists()
    assert parquet.read_table(far / "picture.parquet")["text"].to_pylist()[1] is None
    assert (far / "lines.jsonl").read_text(encoding="utf-8") == '{"text": "散会。"}\nno json\n{"other": 1}\n'
    assert (far / "deep" / "b.jsonl").exists()


def test_a_machine_dies_and_nothing_is_lost_or_doubled(
    run, cluster, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("speechclean.cli._fix_ray.TASK", 1)
    (place / "speechclean.toml").unlink()
    folder = place / "many"
    folder.mkdir()
    for number in range(40):
        lines = [{"id": f"{number}-{row}", "text": f"{AD}{number}-{row}\n{AD}" * 8} for row in range(60)]
        (folder / f"{number:02}.jsonl").write_text(
            "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8"
        )
    local = run("fix", "many", "--glob", "*.jsonl", "-o", "local", "--journal", "local.jsonl", "--jobs", "1")
    assert local.status == 0
    mortal = cluster.add_node(num_cpus=1, object_store_memory=100 << 20)
    cluster.wait_for_nodes()
    killed = []

    def kill() -> None:
        end = time.monotonic() + 120
        while time.monotonic() < end:
            written = list((place / "far").glob("*.jsonl")) if (place / "far").exists() else []
            if len(written) >= 3:
                cluster.remove_node(mortal, allow_graceful=False)
                killed.append(len(written))
                return
            time.sleep(0.02)

    killer = threading.Thread(target=kill)
    killer.start()
    done = ray_fix(run, cluster, "many", "-o", "far", "--journal", "far.jsonl")
    killer.join()
    assert done.status == 0, done.err
    assert killed
    assert killed[0] < 40
    names = sorted(path.name for path in folder.iterdir())
    assert sorted(path.name for path in (place / "far").iterdir()) == names
    for name in names:
        assert (place / "far" / name).read_bytes() == (place / "local" / name).read_bytes()
    journals = [(place / f"{which}.jsonl").read_text(encoding="utf-8").replace(which, "") for which in ("far", "local")]
    assert len(set(journals)) == 1
    assert "2 400 records: 2 400 cleaned" in done.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--in-place",), "--in-place does not go with --engine ray"),
        (("--diff",), "--diff does not go with --engine ray"),
        (("--jobs", "2"), "--jobs does not go with --engine ray"),
        (("--add-columns",), "--add-columns does not go with --engine ray"),
        (("in", "-o", "far", "--drop", "empty"), "--drop does not go with --engine ray"),
        (("-o", "-"), "writes to a directory"),
        ((), "reads files and directories"),
        (("in", "-o", "in"), "is an input; choose another -o"),
        (("in", "in", "-o", "far"), "would both be written to"),
    ],
)
def test_what_does_not_go_together(run, data: Path, arguments, says) -> None:
    pytest.importorskip("ray", reason="needs pip install 'speechclean[ray]'")
    done = run("fix", "--engine", "ray", *arguments)
    assert done.status == 2
    assert says in done.err


def test_an_address_alone(run) -> None:
    assert "--address goes with --engine ray" in run("fix", "--address", "auto").err


def test_nothing_to_do(run, place: Path) -> None:
    pytest.importorskip("ray", reason="needs pip install 'speechclean[ray]'")
    (place / "empty").mkdir()
    done = run("fix", "--engine", "ray", "empty", "-o", "far")
    assert done.status == 0
    assert "nothing to do: no file of records" in done.err


def test_without_ray_the_command_to_install_it_is_told(run, monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    import importlib.util

    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ray" else find(name))
    done = run("fix", "--engine", "ray", "in", "-o", "far")
    assert done.status == 2
    assert "--engine ray needs ray, which is not installed; pip install 'speechclean[ray]'" in done.err
