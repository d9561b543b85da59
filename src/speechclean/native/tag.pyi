from collections.abc import Callable, Mapping

class Tagger:
    def __init__(
        self,
        table: bytes,
        tell: Callable[[str], tuple[str, int, str, int, int, int]],
        marks: Mapping[str, int],
        pulls: tuple[int, int, int],
        joins: tuple[int, int, int, int, int, int, int, int],
    ) -> None: ...
    def read(
        self, forms: list[str], shapes: str, kinds: list[str]
    ) -> tuple[list[int], list[int], list[int], list[tuple[int, int]]]: ...
    def rows(
        self, forms: list[str], shapes: str, starts: list[tuple[int, int, bool]], ends: list[tuple[int, int, int]]
    ) -> dict[int, list[int]]: ...
