# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Sums the learned weights of a window's tokens and of the borders between them, and finds the best path.

What speechclean.judgement.features spells out as strings is here a hash of the same string, put together from those of
its parts.
"""

from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_GET_SIZE
from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc
from cpython.object cimport PyObject
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND, PyUnicode_READ, PyUnicode_READ_CHAR
from libc.stdint cimport int16_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t

include "hashes.pxi"
include "ties.pxi"
include "questions.pxi"
include "joins.pxi"

cdef enum:
    HEAD = 2          # words before the table: what it is, and how many slots it has
    SIDE = 2          # tokens beyond each end
    NEAR_TIE = 300    # a tie counts up to this many hundredths, either way
    FIRST_STEP = 94   # the step of the loosest tie; the tightest has 106
    STEPS = 13
    FULL_STOP = 0x3002

cdef uint64_t MADE_BY = 0x3130544857435053  # "SPCWHT01": a table for this code, on a machine of its byte order
cdef int64_t NEVER = -(10**12)

cdef struct Edge:
    int begins
    int ends


cdef inline Edge both(Edge one, Edge other) noexcept nogil:
    return Edge(one.begins + other.begins, one.ends + other.ends)


cdef inline bint apart(uint8_t shape) noexcept nogil:
    """Whether the tokens of a shape are told apart at borders."""
    return shape == c"p" or shape == c"e"


cdef class Tagger:
    """The learned weights, and what else the sums need to know."""

    cdef bytes held
    cdef Table table
    cdef Ties ties
    cdef Joins joins
    cdef dict marks
    cdef uint8_t marked[256]   # whether a character that ends in these bits has marks
    cdef int leaning, pull, weak_pull
    cdef Edge first, last, no_opening
    cdef Edge tie_steps[STEPS]
    cdef Edge opening_steps[STEPS]
    cdef Edge late_steps[STEPS]

    def __cinit__(self, bytes table not None, tell, dict marks not None, tuple pulls not None, tuple joins not None):
        """The table, what tells of a character what its ties are made of, the marks of forms, how far they pull, what joins weigh."""
        self.held, self.marks = table, marks
        self.open(<const uint64_t *>PyBytes_AS_STRING(table), PyBytes_GET_SIZE(table))
        self.ties = Ties(tell)
        self.joins = Joins(self.ties, marks, joins)
        self.leaning, self.pull, self.weak_pull = pulls
        for form, mark in marks.items():
            if len(form) == 1:
                self.marked[ord(form) & 255] = 1
        self.first, self.last = self.edge(of_letter(c"^")), self.edge(of_letter(c"$"))
        self.no_opening = self.edge(of_string("t0"))
        for step in range(STEPS):
            self.tie_steps[step] = self.edge(of_string(f"h{FIRST_STEP + step}"))
            self.opening_steps[step] = self.edge(of_string(f"s{FIRST_STEP + step}"))
            self.late_steps[step] = self.edge(of_string(f"t{FIRST_STEP + step}"))

    cdef int open(self, const uint64_t *words, Py_ssize_t size) except -1:
        cdef uint64_t slots = words[1] if size > 8 * HEAD and words[0] == MADE_BY else 0
        if slots == 0 or slots & (slots - 1) or <uint64_t>size != 8 * (HEAD + slots):
            raise ValueError("this is no table of weights for this machine")
        self.table = Table(words + HEAD, slots - 1)
        return 0

    cdef Edge edge(self, Hash answer) noexcept:
        return Edge(weight(&self.table, key(&self.table, c"<", answer)), weight(&self.table, key(&self.table, c">", answer)))

    def rows(self, list forms not None, str shapes not None, list starts not None, list ends not None):
        """For each start with ends behind it what the span gains with each of them.

        Of a start: the token, what speaks for it, and whether a sentence begins there. Of an end: the token behind it, what
        speaks for it, and how well that token begins a sentence.
        """
        return self.joins.rows(forms, shapes, starts, ends)

    cdef int step(self, uint32_t left, uint32_t right) except -1:
        """Which step the tie of two characters is."""
        return (max(-NEAR_TIE, min(NEAR_TIE, self.ties.tie(left, right))) * 2 + 10_000) // 100 - FIRST_STEP

    def read(self, list forms not None, str shapes not None, list kinds not None):
        """For each token and each border what it weighs, in hundredths, and the runs of tokens that seem foreign."""
        cdef Py_ssize_t size = len(forms), number
        cdef Token *tokens
        cdef uint64_t *keys
        cdef int *sums
        cdef Edge *edges
        if len(shapes) != size or len(kinds) != size:
            raise ValueError("each token has a form, a shape and a kind")
        tokens = <Token *>PyMem_Malloc(
            (size + 2 * SIDE) * sizeof(Token) + (size + 1) * (QUESTIONS * sizeof(uint64_t) + sizeof(int) + sizeof(Edge))
        )
        if tokens == NULL:
            raise MemoryError
        keys = <uint64_t *>(tokens + size + 2 * SIDE)
        edges = <Edge *>(keys + (size + 1) * QUESTIONS)
        sums = <int *>(edges + size + 1)
        try:
            self.take(tokens + SIDE, forms, shapes, kinds)
            self.weigh(tokens + SIDE, size, keys, sums)
            self.weigh_edges(tokens + SIDE, size, edges)
            return (
                [sums[number] for number in range(size)],
                [edges[number].begins for number in range(size + 1)],
                [edges[number].ends for number in range(size + 1)],
                self.runs(tokens + SIDE, size, sums, edges),
            )
        finally:
            PyMem_Free(tokens)

    cdef int take(self, Token *tokens, list forms, str shapes, list kinds) except -1:
        """Fill in what is known of each token by itself."""
        cdef Py_ssize_t size = len(forms), number, place
        cdef uint32_t letter
        cdef Token *token
        cdef str form, kind, known = ""
        cdef Hash of_kind = Hash(0, 1)
        cdef uint64_t letters = 0
        for number in range(-SIDE, size + SIDE):
            token = &tokens[number]
            if number < 0 or number >= size:
                letter = c"^" if number < 0 else c"$"
                token.form = token.shape = of_letter(letter)
                token.kind, token.letters, token.code, token.marks = Hash(0, 1), 0, 0, 0
                token.shape_letter = letter
                continue
            form, kind = forms[number], kinds[number]
            if kind is not known:
                known, of_kind, letters = kind, of_string(kind), 0
                for place in range(len(kind)):
                    letters |= bit_of(<uint32_t>PyUnicode_READ_CHAR(kind, place))
            token.kind, token.letters = of_kind, letters
            token.shape_letter = <uint32_t>PyUnicode_READ_CHAR(shapes, number)
            token.shape = of_letter(token.shape_letter)
            token.code, token.marks = 0, 0
            if len(form) == 1:
                token.code = <uint32_t>PyUnicode_READ_CHAR(form, 0)
                token.form = of_letter(token.code)
                if self.marked[token.code & 255]:
                    token.marks = self.marks.get(form, 0)
            else:
                token.form = of_string(form)
                token.marks = self.marks.get(form, 0)
            if token.shape_letter == c"e":
                token.marks |= SIGN
            if letters & (bit_of(c"C") | bit_of(c"c")):
                token.marks |= CHANNEL
        return 0

    cdef void weigh(self, Token *tokens, Py_ssize_t size, uint64_t *keys, int *sums) noexcept:
        """Answer the questions on each token, and sum what the answers weigh."""
        cdef Py_ssize_t number, place
        answer(&self.table, tokens, size, keys)
        answer_distances(&self.table, tokens, size, keys)
        answer_companies(&self.table, tokens, size, keys)
        for number in range(size):
            sums[number] = 0
            for place in range(QUESTIONS):
                sums[number] += weight(&self.table, keys[number * QUESTIONS + place])

    cdef int weigh_edges(self, Token *tokens, Py_ssize_t size, Edge *edges) except -1:
        """What a change of author weighs before each token, and behind the last."""
        cdef Py_ssize_t number
        cdef Token *left
        cdef Token *right
        cdef Hash before, after
        edges[0] = self.first
        for number in range(1, size):
            left, right = &tokens[number - 1], &tokens[number]
            if left.shape_letter == right.shape_letter == c"h":
                edges[number] = both(
                    self.tie_steps[self.step(left.code, right.code)],
                    self.opening_steps[self.step(FULL_STOP, right.code)],
                )
                continue
            before = left.form if apart(left.shape_letter) else left.shape
            after = right.form if apart(right.shape_letter) else right.shape
            edges[number] = both(
                both(self.edge(joined(of_letter(c"p"), joined(before, after))), self.edge(joined(of_letter(c"l"), before))),
                both(
                    self.edge(joined(of_letter(c"r"), after)),
                    self.late_steps[self.step(FULL_STOP, right.code)] if right.shape_letter == c"h" else self.no_opening,
                ),
            )
        if size:
            before, after = joined(of_letter(c"$"), tokens[size - 1].shape), joined(of_letter(c"$"), tokens[size - 1].form)
            edges[size] = both(self.last, both(self.edge(before), self.edge(after)))
        return 0

    cdef list runs(self, Token *tokens, Py_ssize_t size, int *sums, Edge *edges):
        """The runs of foreign tokens on the path with the greatest sum, where identifiers pull towards foreign."""
        cdef Py_ssize_t number, end = -1
        cdef int64_t own = 0, foreign = NEVER, into, out
        cdef bint state
        cdef list found = []
        for number in range(size):
            into, out = own + edges[number].begins, foreign + edges[number].ends
            tokens[number].stays_own, tokens[number].stays_foreign = out <= own, into <= foreign
            own = max(own, out)
            foreign = max(foreign, into) + sums[number] + self.leaning + self.pulled(&tokens[number])
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
        if token.marks & (PULLS | SIGN):
            return self.pull
        return self.weak_pull if token.letters & (bit_of(c"C") | bit_of(c"P")) else 0
