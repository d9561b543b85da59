from collections.abc import Collection, Container, Mapping
from typing import Generic, TypeVar

_H = TypeVar("_H", bound=tuple[int, int, str])

class Found(Generic[_H]):
    @property
    def traits(self) -> int: ...
    @property
    def in_lines(self) -> set[str]: ...
    def __call__(self) -> tuple[_H, ...]: ...
    def of(self, words: Collection[str]) -> list[_H]: ...

class Scanner(Generic[_H]):
    def __init__(
        self,
        tables: tuple[tuple[Mapping[str, str], Container[str]], ...],
        hit: type[_H],
        separator: str,
        of: str,
        strange: str = "",
    ) -> None: ...
    def find(self, text: str, offset: int = 0) -> tuple[set[str], Found[_H]]: ...
