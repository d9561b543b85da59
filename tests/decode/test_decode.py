"""The contract of `decode`: what comes back, what is refused, what it costs where all is well."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from bytes_of import prose

from speechclean.core.errors import DecodeError
from speechclean.decode import decode

HANS = prose("hans")[:2000]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "gb18030", "gbk", "hz", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
)
def test_text_keeps_its_own_newlines(encoding: str) -> None:
    text = HANS.replace("\n", "\r\n")
    decoded, receipt = decode(text.encode(encoding))
    assert decoded == text
    assert receipt.encoding == {"gbk": "gb18030"}.get(encoding, encoding)
    assert receipt.encode(decoded) == text.encode(encoding)
    assert not receipt.undecodable


@pytest.mark.parametrize(
    ("codec", "name", "bom"),
    [
        ("utf-8-sig", "utf-8", b"\xef\xbb\xbf"),
        ("utf-16", "utf-16-le", b"\xff\xfe"),
        ("utf-32", "utf-32-le", b"\xff\xfe\0\0"),
    ],
)
def test_a_bom_is_taken_off_and_kept(codec: str, name: str, bom: bytes) -> None:
    decoded, receipt = decode(HANS.encode(codec))
    assert decoded == HANS
    assert (receipt.encoding, receipt.bom, receipt.evidence) == (name, bom, "BOM")
    assert receipt.encode(decoded) == HANS.encode(codec)


def test_healthy_utf8_says_so() -> None:
    _, receipt = decode(HANS.encode())
    assert (receipt.encoding, receipt.evidence) == ("utf-8", "strict UTF-8")


@pytest.mark.parametrize(("data", "evidence"), [(b"", "empty"), (b"plain\n", "ASCII only")])
def test_ascii_is_utf8(data: bytes, evidence: str) -> None:
    text, receipt = decode(data)
    assert (text.encode(), receipt.encoding, receipt.evidence) == (data, "utf-8", evidence)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", id="png"),
        pytest.param(b"PK\x03\x04\x14\0\0\0\x08\0" + bytes(range(256)), id="zip"),
        pytest.param(bytes(range(1, 256)) * 8, id="all bytes"),
        pytest.param("中文".encode() * 200 + b"\0\0\0\0", id="text, padded as in a tar"),
        pytest.param(b"\x01\x02\x03\x04\x05 \x06\x07" * 100, id="controls in ASCII"),
        pytest.param("讲话".encode() + b"\x01\x02\x03\x04\x05\x06\x07" * 200, id="controls in UTF-8"),
    ],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(DecodeError, match="binary data"):
        decode(data)


def test_one_stray_control_or_nul_is_no_reason() -> None:
    data = HANS.encode("gb18030")
    assert decode(data + b"\x0b\n")[1].encoding == "gb18030"
    assert decode(data[:1000] + b"\n\0\n" + data[1000:])[1].encoding == "gb18030"


def test_errors_fail_names_the_first_byte() -> None:
    data = HANS.encode("gb18030") + b"\n\xff\xff\n"
    assert decode(data)[1].lost == 2
    with pytest.raises(DecodeError, match=r"2 bytes are not gb18030, the first \(0xff\) at offset"):
        decode(data, errors="fail")
    with pytest.raises(DecodeError, match=r"^1 byte is not utf-8, the first"):
        decode("好".encode() + b"\xff", encoding="utf-8", errors="fail")


def test_the_short_way_loads_nothing() -> None:
    script = (
        "import sys; from speechclean.decode import decode; decode('讲话稿，'.encode() * 200);"
        "sys.exit(any(name in sys.modules for name in ('chardet', 'opencc', 'speechclean.decode.ladder', 'speechclean.decode.likeness')))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xff" * 40_000, id="nothing but bad bytes"),
        pytest.param("讲话".encode("gb18030") * 20_000 + b"\xff", id="one line, one bad byte"),
        pytest.param(("讲话稿".encode() + "讲话稿\n".encode("gb18030")) * 2000, id="mixed in every line"),
        pytest.param(b"\xed\xa0\x80" * 10_000, id="surrogates"),
        pytest.param(b"~{" * 30_000, id="HZ that never ends"),
    ],
)
def test_time_grows_in_line(data: bytes) -> None:
    start = time.perf_counter()
    half, _ = decode(data[: len(data) // 8])
    middle = time.perf_counter()
    whole, receipt = decode(data)
    end = time.perf_counter()
    assert receipt.encode(whole) == data
    assert half
    assert end - middle < 24 * (middle - start) + 0.5
