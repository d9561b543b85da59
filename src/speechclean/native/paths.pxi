# The readings that the search of shift.pyx follows, and which is the better of two.

from libc.string cimport memcmp

cdef enum:
    RIVALS = 2

cdef struct Path:
    double weight
    Py_ssize_t size
    uint32_t *text


cdef struct Candidate:
    double weight
    Py_ssize_t before      # which path it goes on with
    Py_ssize_t size        # by one letter or by two
    uint32_t letters[2]


cdef void choose(Path *paths, Candidate *candidates, Py_ssize_t place, Py_ssize_t count) noexcept:
    """Put the best candidate from a place on there."""
    cdef Py_ssize_t number, best = place
    cdef Candidate chosen
    for number in range(place + 1, count):
        if candidates[number].weight > candidates[best].weight or (
            candidates[number].weight == candidates[best].weight
            and reads_later(paths, candidates + number, candidates + best)
        ):
            best = number
    chosen, candidates[best] = candidates[best], candidates[place]
    candidates[place] = chosen


cdef bint reads_later(Path *paths, Candidate *one, Candidate *other) noexcept:
    """Whether the text of one is greater than that of the other."""
    cdef Py_ssize_t place
    cdef uint32_t here, there
    for place in range(min(one.size, other.size)):
        here, there = letter_at(paths, one, place), letter_at(paths, other, place)
        if here != there:
            return here > there
    return one.size > other.size


cdef uint32_t letter_at(Path *paths, Candidate *candidate, Py_ssize_t place) noexcept:
    cdef Path *before = paths + candidate.before
    return before.text[place] if place < before.size else candidate.letters[place - before.size]


cdef bint is_new(Path *kept, Py_ssize_t number) noexcept:
    """Whether a path reads otherwise than those before it, of which not two end in its last letter."""
    cdef Py_ssize_t place, rivals = 0
    cdef Path *path = kept + number
    for place in range(number):
        if kept[place].text[kept[place].size - 1] == path.text[path.size - 1]:
            rivals += 1
            if rivals == RIVALS or is_same(kept + place, path):
                return False
    return True


cdef bint is_same(Path *one, Path *other) noexcept:
    """Whether two paths read the same behind their first letters."""
    return one.size == other.size and memcmp(one.text + 1, other.text + 1, (one.size - 1) * sizeof(uint32_t)) == 0


cdef bint is_better(Path *one, Path *other) noexcept:
    """Whether one weighs more, or as much and its text is greater."""
    cdef Py_ssize_t place
    if one.weight != other.weight:
        return one.weight > other.weight
    for place in range(min(one.size, other.size)):
        if one.text[place] != other.text[place]:
            return one.text[place] > other.text[place]
    return one.size > other.size


cdef inline uint32_t pair_at(str raw, Py_ssize_t place) noexcept:
    return <uint32_t>PyUnicode_READ_CHAR(raw, place) << 8 | <uint32_t>PyUnicode_READ_CHAR(raw, place + 1)


cdef void *grown(void *room, size_t size) except NULL:
    cdef void *found = PyMem_Realloc(room, size)
    if found == NULL:
        raise MemoryError
    return found
