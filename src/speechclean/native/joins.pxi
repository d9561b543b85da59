# How well what stands behind a span goes on with what stands before it, as speechclean.judgement.seams tells.

cdef struct Behind:
    Py_ssize_t last   # an end of a span
    int closes        # what speaks for it
    int fresh         # how well what stands behind it begins a sentence
    uint32_t code     # what stands behind it, if that is Chinese, and 1 for the end of the window
    int marks

cdef struct JoinWeights:
    int tie           # what a tie counts, in tenths
    int tied          # what counts a tie inside a word besides
    int whole         # from here on a tie is inside a word
    int unit          # the tie of a number and its unit
    int loosest
    int tightest
    int comma
    int away


cdef class Joins:
    """The ties, the marks of forms, and what joins weigh."""

    cdef Ties ties
    cdef dict marks
    cdef JoinWeights weights

    def __cinit__(self, Ties ties, dict marks, tuple weights):
        self.ties, self.marks = ties, marks
        tie, tied, whole, unit, loosest, tightest, comma, away = weights
        self.weights = JoinWeights(tie, tied, whole, unit, loosest, tightest, comma, away)

    cdef dict rows(self, list forms, str shapes, list starts, list ends):
        """As Tagger.rows tells."""
        cdef Py_ssize_t size = len(forms), first, number
        cdef Behind *behind = <Behind *>PyMem_Malloc((len(ends) + 1) * sizeof(Behind))
        cdef int opens, marks
        cdef uint32_t before
        cdef dict found = {}
        cdef list row
        if behind == NULL:
            raise MemoryError
        try:
            for number in range(len(ends)):
                behind[number].last, behind[number].closes, behind[number].fresh = ends[number]
                self.look_behind(&behind[number], forms, shapes)
            for first, opens, at_a_boundary in starts:
                row = []
                before = marks = 0
                if 0 < first <= size and not at_a_boundary:
                    form = forms[first - 1]
                    marks = self.marks.get(form, 0)
                    before = ord(form) if shapes[first - 1] == "h" else 0
                for number in range(len(ends)):
                    if first < behind[number].last:
                        row.append(
                            opens + behind[number].closes
                            + (behind[number].fresh if at_a_boundary else self.going_on(before, marks, &behind[number]))
                        )
                if row:
                    found[first] = row
            return found
        finally:
            PyMem_Free(behind)

    cdef int look_behind(self, Behind *behind, list forms, str shapes) except -1:
        if behind.last < 0 or behind.last > len(forms) or len(shapes) != len(forms):
            raise IndexError("an end outside of the window")
        behind.code = behind.marks = 0
        if behind.last == len(forms):
            behind.code = 1
        elif shapes[behind.last] == "h":
            form = forms[behind.last]
            behind.code, behind.marks = ord(form), self.marks.get(form, 0)
        return 0

    cdef int going_on(self, uint32_t before, int marks, Behind *behind) except? -1:
        """How well what stands behind a span goes on with what stands before it."""
        cdef int tie
        if behind.code == 1:
            return self.weights.away
        if marks & COMMA:
            return self.weights.comma
        if behind.code == 0:
            return 0
        if marks & NUMBER and behind.marks & UNIT:
            tie = self.weights.unit
        elif before:
            tie = self.ties.tie(before, behind.code)
        else:
            return 0
        return self.weights.tie * max(self.weights.loosest, min(self.weights.tightest, tie)) // 10 + (
            self.weights.tied if tie >= self.weights.whole else 0
        )
