"""Digests give back all that was added under them, however many there are, and what begins alike."""

from __future__ import annotations

from hashlib import sha256

from speechclean.storage import digests
from speechclean.storage.digests import Digests


def key(number: int) -> bytes:
    return sha256(str(number).encode()).digest()


def test_numbers_come_back_in_the_order_in_which_they_were_added(monkeypatch) -> None:
    monkeypatch.setattr(digests, "CHUNK", 7)
    found = Digests()
    for number in range(100):
        found.add(key(number % 10), number)
    found.settle()
    for number in range(10):
        assert list(found.of(key(number))) == list(range(number, 100, 10))
    assert list(found.of(key(11))) == []
    assert sorted(found.all()) == list(range(100))


def test_digests_that_begin_alike_are_told_apart_by_who_asks() -> None:
    found = Digests()
    found.add(b"12345678 one", 1)
    found.add(b"12345678 two", 2)
    found.settle()
    assert list(found.of(b"12345678 two")) == [1, 2]


def test_nothing_is_found_in_nothing() -> None:
    found = Digests()
    found.settle()
    assert list(found.of(key(1))) == list(found.all()) == []
