from collections.abc import Callable
from typing import Any

from speechclean.native.chances import Chances

def lone_letters(text: str) -> list[int]: ...

class Shift:
    def __init__(
        self,
        chances: Chances,
        bytes_of: Callable[[str], str],
        character_of: Callable[[str], str],
        ending_in_zone: Callable[[str], tuple[Any, dict[str, int]]],
        starting_in_zone: Callable[[int, str], Any],
    ) -> None: ...
    def run_start(self, text: str, letter: int, ending: str) -> int: ...
    def gains(self, text: str, start: int, letter: int) -> dict[int, float]: ...
    def certain(self, options: list[tuple[float, str]], first: str, following: str, alike: str) -> float: ...
    def search(
        self, paths: list[tuple[float, str]], raw: str, after: str, dropping: bool
    ) -> tuple[float, str, float] | None: ...
