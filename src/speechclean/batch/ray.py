"""A thin adapter to Ray Data: work is done for each of many tasks, wherever there is room; the answers come in order."""

from __future__ import annotations

import logging
import os
import pickle
from contextlib import contextmanager, suppress
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
R = TypeVar("R")


def answers(work: Callable[[T], R], tasks: Sequence[T], address: str | None = None) -> Iterator[R]:
    """What the work answers for each task. `address` is that of a cluster; without one Ray runs on this machine.

    A task whose node died is done again (Ray Data tries without end), maybe after it was done: so `work` must write the
    same under the same name, and answer the same. It must answer for its own errors. Raises ImportError without Ray.
    """
    import ray
    from ray.data import DataContext

    with _connected(address):
        for name in ("ray", "ray.data"):
            logging.getLogger(name).setLevel(logging.ERROR)
        context = DataContext.get_current()
        context.enable_progress_bars = False
        context.execution_options.preserve_order = True
        given = [{"task": pickle.dumps(task)} for task in tasks]
        rows = ray.data.from_items(given, override_num_blocks=max(1, len(given)))
        for row in rows.map(_Worker(work), num_cpus=1).iter_rows():
            yield pickle.loads(row["answer"])  # noqa: S301  # written by our own worker


class _Worker:
    """The work, on rows as Ray Data has them. It is built in each process that does it, where this one stands."""

    def __init__(self, work: Callable[[T], R]) -> None:
        self._work = pickle.dumps(work)
        self._here = os.getcwd()  # noqa: PTH109  # a name

    def __call__(self, row: dict[str, bytes]) -> dict[str, bytes]:
        work = _built(self._work, self._here)
        return {"answer": pickle.dumps(work(pickle.loads(row["task"])))}  # noqa: S301  # our own task


@lru_cache(maxsize=1)
def _built(work: bytes, here: str) -> Callable[[object], object]:
    """The work; relative paths mean what they mean to the one that asks, where the machines share their files."""
    with suppress(OSError):
        os.chdir(here)
    built: Callable[[object], object] = pickle.loads(work)  # noqa: S301  # our own work
    return built


@contextmanager
def _connected(address: str | None) -> Iterator[None]:
    """A connection to Ray; one that is there already is used, and left."""
    import ray

    if ray.is_initialized():
        yield
        return
    ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR, configure_logging=True)
    try:
        yield
    finally:
        ray.shutdown()
