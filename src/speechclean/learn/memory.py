"""What learning keeps from one run to the next: the counters, which documents were seen, and the candidates."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass, field

from speechclean.core.errors import StorageError
from speechclean.learn.authors import Authors
from speechclean.learn.candidate import Candidate, Sample
from speechclean.learn.features import LENGTH
from speechclean.learn.sketch import Seen, Sketch

VERSION = 6
CELLS = 1 << 25
MOST_CANDIDATES = 40_000
MOST_SOURCES = 100_000
_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(slots=True)
class Memory:
    """Everything is of fixed size, whatever is read: some 64 MB of counters, 32 MB of bits, 40,000 candidates."""

    sketch: Sketch = field(default_factory=lambda: Sketch(CELLS))
    seen: Seen = field(default_factory=Seen)
    candidates: dict[str, Candidate] = field(default_factory=dict)
    sources: dict[str, int] = field(default_factory=dict)
    documents: int = 0
    repeated: int = 0
    dropped: int = 0
    authors: Authors = field(default_factory=Authors)

    def count_document(self, source: str) -> None:
        """Count a new document of a source."""
        self.documents += 1
        if source in self.sources or len(self.sources) < MOST_SOURCES:
            self.sources[source] = self.sources.get(source, 0) + 1

    def known(self, kind: str, key: str) -> Candidate | None:
        """The candidate for a string, if there is one."""
        return self.candidates.get(f"{kind} {key}")

    def begin(self, kind: str, key: str) -> Candidate:
        """A new candidate for a string; when there are too many, those in the fewest documents are forgotten."""
        if len(self.candidates) >= MOST_CANDIDATES:
            self._forget()
        self.candidates[f"{kind} {key}"] = candidate = Candidate(kind, key)
        return candidate

    def _forget(self) -> None:
        counts = sorted(candidate.documents for candidate in self.candidates.values())
        least = counts[len(counts) // 2]
        self.candidates = {name: kept for name, kept in self.candidates.items() if kept.documents > least}
        self.dropped = max(self.dropped, least)

    def dump(self) -> bytes:
        """The memory as a file: the same bytes for the same memory."""
        told = {
            "version": VERSION,
            "length": LENGTH,
            "cells": len(self.sketch.table),
            "added": self.sketch.added,
            "bits": self.seen.bits,
            "sources": self.sources,
            "documents": self.documents,
            "repeated": self.repeated,
            "dropped": self.dropped,
            "authors": [self.authors.passed, self.authors.excerpts],
            "candidates": [candidate.as_json() for candidate in self.candidates.values()],
        }
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            parts = {
                "memory.json": json.dumps(told, ensure_ascii=True).encode(),
                "counters": self.sketch.table.tobytes(),
                "seen": bytes(self.seen.data),
            }
            for name, data in parts.items():
                archive.writestr(zipfile.ZipInfo(name, _DATE), data, zipfile.ZIP_DEFLATED)
        return file.getvalue()


def restored(data: bytes) -> Memory:
    """The memory from its file. Raises StorageError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            told = json.loads(archive.read("memory.json"))
            if (told["version"], told["length"]) != (VERSION, LENGTH):
                raise StorageError("it was written by another version; learn again without it")
            memory = Memory(
                Sketch(told["cells"], archive.read("counters"), told["added"]),
                Seen(archive.read("seen"), told["bits"]),
            )
            for one in told["candidates"]:
                one["samples"] = [Sample(*sample) for sample in one["samples"]]
                one["heard"] = {beside: tuple(seam) for beside, seam in one["heard"].items()}
                candidate = Candidate(**one)
                memory.candidates[f"{candidate.kind} {candidate.key}"] = candidate
            memory.sources = told["sources"]
            passed, excerpts = told["authors"]
            memory.authors = Authors(passed, [(digest, excerpt) for digest, excerpt in excerpts])
            memory.documents, memory.repeated, memory.dropped = (
                told[key] for key in ("documents", "repeated", "dropped")
            )
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError, EOFError) as error:
        raise StorageError(f"it is no memory of `speechclean learn`: {error}") from None
    return memory
