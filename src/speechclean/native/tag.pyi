from collections.abc import Callable, Collection, Mapping

class Costs:
    def gain(self, start: int, end: int) -> int: ...
    def listed(self) -> tuple[list[int], list[int], list[int]]: ...

class Tagger:
    def __init__(
        self,
        table: bytes,
        tell: Callable[[str], tuple[str, int, str, int, int, int]],
        marks: Mapping[str, int],
        pulls: tuple[int, int, int],
        ends: tuple[tuple[int, ...], tuple[int, ...], Mapping[str, str], Mapping[int, int], Collection[str]],
    ) -> None: ...
    def foreign(self, forms: list[str], shapes: str, kinds: list[str]) -> tuple[Costs, list[tuple[int, int]]]: ...
