"""The processes behind `each`: what they hold, how they are asked, and what becomes of one that dies."""

from __future__ import annotations

import os
import sys
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, TypeVar

from speechclean.cli._workers import Lost

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkContext, SpawnContext
    from multiprocessing.process import BaseProcess
    from queue import SimpleQueue
    from typing import IO

    from speechclean.cli._workers import Jobs

T = TypeVar("T")
R = TypeVar("R")
AHEAD = 2
"""Tasks that a worker holds: the one it does, and the next."""
MOST = 4
"""Tasks that are out or whose answers wait for an earlier one, for each worker."""
PROMPT = 0.0005
"""Seconds after which a worker that is at work looks into its pipe, where another task may wait to be taken."""
ROOM = 1 << 20
"""Bytes that a pipe should hold; the system may allow fewer."""
BROKEN = 70
"""The status of a worker that could not go on."""


class _Worker(Generic[T, R]):
    """One process, and the numbers of the tasks that it holds."""

    def __init__(
        self, work: Callable[[T], R], context: ForkContext | SpawnContext, private: tuple[object, ...]
    ) -> None:
        self.pipe, far = context.Pipe()
        _widen(self.pipe)
        _widen(far)
        self.holds: deque[int] = deque()
        inherits = context.get_start_method() == "fork"
        self._process: BaseProcess = context.Process(
            target=_serve, args=(far, work, (self.pipe, *private) if inherits else ()), daemon=True
        )
        self._process.start()
        far.close()

    def end(self) -> str:
        """End it, if it lives, and tell how it ended."""
        self.pipe.close()
        self._process.join(0.5)
        self._process.kill()
        self._process.join()
        code = self._process.exitcode or 0
        return f"it was killed by signal {-code}" if code < 0 else f"it ended with status {code}"

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()


class Crew(Generic[T, R]):
    """The workers, the tasks that are out, and the answers that wait for an earlier one."""

    def __init__(self, work: Callable[[T], R], jobs: Jobs) -> None:
        from multiprocessing import get_all_start_methods, get_context

        forks = "fork" in get_all_start_methods()
        self._context: ForkContext | SpawnContext = get_context("fork") if forks else get_context("spawn")
        self._work = work
        self._jobs = jobs
        self._workers: list[_Worker[T, R]] = []
        self._tasks: dict[int, T] = {}
        self._again: deque[int] = deque()
        self._ready: dict[int, R | Lost] = {}

    def answers(self, tasks: Iterator[T]) -> Iterator[tuple[T, R | Lost]]:
        """Each task with its answer, in order."""
        from multiprocessing.connection import wait

        given = done = 0
        more = True
        while more or self._tasks:
            while more and len(self._tasks) < MOST * self._jobs.number and self._idle():
                task = next(tasks, None)
                more = task is not None
                if task is not None:
                    self._tasks[given] = task
                    self._again.append(given)
                    given += 1
                self._hand_out()
            self._hand_out()
            if done not in self._ready and self._tasks:
                waiting = {worker.pipe: worker for worker in self._workers}
                for pipe in wait(list(waiting)):
                    self._hear(waiting[pipe])  # type: ignore[index]  # only pipes were waited for
            while done in self._ready:
                yield self._tasks.pop(done), self._ready.pop(done)
                done += 1

    def dismiss(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.kill()
        for worker in self._workers:
            worker.end()

    def _idle(self) -> bool:
        return len(self._workers) < self._jobs.number or any(len(worker.holds) < AHEAD for worker in self._workers)

    def _hand_out(self) -> None:
        """Give waiting tasks to those who hold the fewest."""
        while self._again and self._idle():
            if len(self._workers) < self._jobs.number:
                private = (*(worker.pipe for worker in self._workers), *self._jobs.private)
                self._workers.append(_Worker(self._work, self._context, private))
            worker = min(self._workers, key=lambda worker: len(worker.holds))
            number = self._again.popleft()
            worker.holds.append(number)
            with suppress(OSError):  # it died; that is heard when its answer is waited for
                worker.pipe.send(self._tasks[number])

    def _hear(self, worker: _Worker[T, R]) -> None:
        """Take one answer, or the news that there will be none."""
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError):
            self._workers.remove(worker)
            how = worker.end()
            if worker.holds:
                self._ready[worker.holds.popleft()] = Lost(f"the process that cleaned it died: {how}; run again")
            self._again.extendleft(reversed(worker.holds))
        else:
            self._ready[worker.holds.popleft()] = answer


def _widen(pipe: Connection) -> None:
    """Let a pipe hold a whole task or answer, so that who sends it need not wait until it is taken."""
    import socket

    with suppress(OSError, AttributeError), socket.fromfd(pipe.fileno(), socket.AF_UNIX, socket.SOCK_STREAM) as ends:
        ends.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, ROOM)


def _serve(pipe: Connection, work: Callable[[T], R], private: tuple[Connection | IO[bytes], ...]) -> None:
    """A worker: answers tasks in order until nobody asks any more."""
    import gc
    import signal
    from queue import SimpleQueue
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.freeze()
    sys.setswitchinterval(PROMPT)
    for file in private:
        file.close()
    tasks: SimpleQueue[T | None] = SimpleQueue()
    Thread(target=_receive, args=(pipe, tasks), daemon=True).start()
    with suppress(BaseException):
        while (task := tasks.get()) is not None:
            pipe.send(work(task))
        os._exit(0)
    os._exit(BROKEN)


def _receive(pipe: Connection, tasks: SimpleQueue[T | None]) -> None:
    """Take tasks from the pipe while another is done, so that neither side waits to be rid of what it sends."""
    with suppress(EOFError, OSError):
        while True:
            tasks.put(pipe.recv())
    tasks.put(None)
