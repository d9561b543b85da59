# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Sums the learned weights of a window's tokens and of the borders between them, and finds the best path.

What speechclean.judgement.features spells out as strings is here a hash of the same string, put together from those of
its parts.
"""

cimport cython
from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_GET_SIZE
from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc
from cpython.object cimport PyObject
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND, PyUnicode_READ, PyUnicode_READ_CHAR
from libc.stdlib cimport abs
from libc.string cimport memset
from libc.stdint cimport int16_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t


cdef enum:
    HEAD = 2          # words before the table: what it is, and how many slots it has
    SIDE = 2          # tokens beyond each end
    FULL_STOP = 0x3002

cdef uint64_t MADE_BY = 0x3130544857435053  # "SPCWHT01": a table for this code, on a machine of its byte order
cdef int64_t NEVER = -(10**12)
cdef int LEAST = -(10**9)

cdef struct Edge:
    int begins
    int ends

include "hashes.pxi"
include "ties.pxi"
include "questions.pxi"
include "weighing.pxi"
include "seams.pxi"
include "ends.pxi"


@cython.final
cdef class Costs:
    """What the tokens and borders of a window weigh, in hundredths: no list of them is made, as few are asked for."""

    cdef Window window

    def __dealloc__(self):
        PyMem_Free(self.window.block)

    def gain(self, Py_ssize_t start, Py_ssize_t end):
        """How much the path gains by calling these tokens foreign."""
        cdef Window *window = &self.window
        if window.block == NULL or not 0 <= start <= end <= window.size:
            raise IndexError("no tokens of this window")
        return window.sums[end] - window.sums[start] + window.edges[start].begins + window.edges[end].ends

    def listed(self):
        """What each token weighs, each border as a begin, and each as an end: the lists of the pure way, which tests compare."""
        cdef Py_ssize_t number
        if self.window.block == NULL:
            raise IndexError("no tokens of this window")
        return (
            [self.window.sums[number + 1] - self.window.sums[number] for number in range(self.window.size)],
            [self.window.edges[number].begins for number in range(self.window.size + 1)],
            [self.window.edges[number].ends for number in range(self.window.size + 1)],
        )


cdef class Tagger(Weigher):
    """What is foreign in a window."""

    cdef Ends ends
    cdef int leaning, pull, weak_pull

    def __cinit__(self, bytes table not None, tell, dict marks not None, tuple pulls not None, tuple ends not None):
        """The table, what tells of a character what its ties are made of, the marks of forms, how far they pull, what ends weigh."""
        self.leaning, self.pull, self.weak_pull = pulls
        self.ends = Ends(self.ties, *ends)

    def foreign(self, list forms not None, str shapes not None, list kinds not None):
        """What the tokens and borders of a window weigh, and the runs of tokens that seem foreign with their best ends."""
        cdef Costs costs = Costs.__new__(Costs)
        cdef Window *window = &costs.window
        cdef Span span
        cdef list found = []
        self.look_at(window, forms, shapes, kinds)
        for span.first, span.last in self.paths(window):
            self.ends.refine(window, &span)
            found.append((span.first, span.last))
        return costs, found

    cdef int look_at(self, Window *window, list forms, str shapes, list kinds) except -1:
        """Find out what is known of all tokens and borders."""
        cdef Py_ssize_t size = len(forms)
        cdef uint64_t *keys
        window.size = size
        if len(shapes) != size or len(kinds) != size:
            raise ValueError("each token has a form, a shape and a kind")
        window.block = PyMem_Malloc(
            (size + 2 * SIDE) * sizeof(Token)
            + (size + 1) * (QUESTIONS * sizeof(uint64_t) + sizeof(Start) + sizeof(Behind) + sizeof(int) + sizeof(Edge) + 1)
        )
        if window.block == NULL:
            raise MemoryError
        window.tokens = <Token *>window.block + SIDE
        keys = <uint64_t *>(window.tokens + size + SIDE)
        window.starts = <Start *>(keys + (size + 1) * QUESTIONS)
        window.ends = <Behind *>(window.starts + size + 1)
        window.edges = <Edge *>(window.ends + size + 1)
        window.sums = <int *>(window.edges + size + 1)
        window.tried = <uint8_t *>(window.sums + size + 1)
        self.take(window.tokens, forms, shapes, kinds)
        self.weigh(window.tokens, size, keys, window.sums)
        self.weigh_edges(window.tokens, size, window.edges)
        return 0

    cdef list paths(self, Window *window):
        """The runs of foreign tokens on the path with the greatest sum, where identifiers pull towards foreign."""
        cdef Py_ssize_t number, size = window.size, end = -1
        cdef Token *tokens = window.tokens
        cdef int *sums = window.sums
        cdef Edge *edges = window.edges
        cdef int64_t own = 0, foreign = NEVER, into, out
        cdef bint state
        cdef list found = []
        for number in range(size):
            into, out = own + edges[number].begins, foreign + edges[number].ends
            tokens[number].stays_own, tokens[number].stays_foreign = out <= own, into <= foreign
            own = max(own, out)
            foreign = max(foreign, into) + sums[number + 1] - sums[number] + self.leaning + self.pulled(&tokens[number])
        state = foreign + edges[size].ends > own
        for number in range(size - 1, -1, -1):
            if state and end < 0:
                end = number + 1
            elif not state and end >= 0:
                found.append((number + 1, end))
                end = -1
            state = tokens[number].stays_foreign if state else not tokens[number].stays_own
        if end >= 0:
            found.append((0, end))
        found.reverse()
        return found

    cdef int pulled(self, Token *token) noexcept:
        """How far a token pulls the path."""
        if token.marks & PULLS or (token.marks & SIGN and token.code != c"*"):
            return self.pull
        return self.weak_pull if token.letters & (bit_of(c"C") | bit_of(c"P")) else 0
