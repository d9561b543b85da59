# What tries of forms, and what they find, are made of; included by scan.pyx.

cdef struct Node:
    uint32_t letter
    uint32_t child    # the first of its children, 0 for none
    uint32_t sibling  # the next child of its parent
    uint32_t ending   # the first form that ends here, 0 for none

cdef struct Ending:
    uint32_t length   # of the form, in code points
    uint32_t entry    # where its entry begins in its source, in code points
    uint32_t source   # the string that it was read from
    uint32_t next     # another form that ends at the same node
    uint32_t scan     # the last scan that met it and told of it
    uint32_t word     # its word's number + 2; 0: not looked at yet, 1: not wanted

cdef struct Pair:
    uint32_t first, second
    uint32_t node     # of the second; 0 where none is kept
    uint32_t ahead    # the groups of characters that go on behind both; all where a form ends with the second


cdef enum:
    PAGES = 0x1100  # of 256 code points each
    BITS = 17       # pairs of characters are told apart by so many

    # What a character's number in `ahead` says: the bit of its own group, and from there on the bits of the groups of
    # characters that go on behind it, with the last bit where any does. One that was not met yet has all.
    OWN = 63         # the group
    FIRST_GROUP = 6
    GROUPS = 57
    GROUPS_AHEAD = 32

    # What is known of a character; 0 when it was not met yet.
    KNOWN = 1
    STRANGE = 2   # it belongs to the other script
    TELLING = 4   # it may tell a trait
    ALONE = 8     # a form is this character alone

    NOTHING = 0   # the root where no form begins with a character: a node without children
    MOST_NODES = 0x7FFFFFFF  # and endings; a constant of an enumeration is an int

cdef uint32_t ALL_AHEAD = 0xFFFFFFFF

cdef uint8_t NO_MARKS[256]
cdef uint32_t NO_ROOTS[256]
cdef uint64_t NOT_MET[256]
memset(NOT_MET, 0xFF, sizeof(NOT_MET))


cdef inline uint32_t group(uint32_t letter, uint32_t groups) noexcept nogil:
    """The number of a character's group, of so many."""
    return (letter * <uint32_t>0x9E3779B1 >> 16) % groups


cdef inline uint32_t pair(uint32_t first, uint32_t second) noexcept nogil:
    return (first * <uint32_t>0x9E3779B1 + second * <uint32_t>0x85EBCA77) >> (32 - BITS)


cdef inline uint32_t slot(uint32_t first, uint32_t second) noexcept nogil:
    cdef uint32_t mixed = first * <uint32_t>0x9E3779B1 + second * <uint32_t>0x85EBCA77
    return mixed ^ mixed >> 15


cdef void *grown(void *block, Py_ssize_t *room, Py_ssize_t count, size_t size) except NULL:
    """The block with room for one more than `count` items."""
    if count < room[0]:
        return block
    block = PyMem_Realloc(block, (room[0] * 2 + 64) * size)
    if block == NULL:
        raise MemoryError
    room[0] = room[0] * 2 + 64
    return block


cdef extern from *:
    """
    #define named(kind, size) (((PyTypeObject *)(kind))->tp_alloc((PyTypeObject *)(kind), (size)))
    """
    tuple named(object kind, Py_ssize_t size)  # a new named tuple of that kind, without its items

cdef enum:
    MOST_CHOICES = 1000

cdef Py_ssize_t FARTHEST = PY_SSIZE_T_MAX >> 1


cdef object joined(uint64_t *bits, Py_ssize_t wide):
    """The number that is written in so many times 64 bits."""
    cdef object number = bits[wide - 1]
    for wide in range(wide - 2, -1, -1):
        number = number << 64 | bits[wide]
    return number


cdef struct Match:
    Py_ssize_t start
    uint32_t length, word


cdef struct Span:
    Py_ssize_t start, end


cdef class Chosen:
    """Whether each word of a scanner, by its number, is among those that were asked for together."""

    cdef bint *flags
    cdef Py_ssize_t known, room

    def __dealloc__(self):
        PyMem_Free(self.flags)

    cdef int add(self, bint flag) except -1:
        self.flags = <bint *>grown(self.flags, &self.room, self.known, sizeof(bint))
        self.flags[self.known] = flag
        self.known += 1
        return 0
