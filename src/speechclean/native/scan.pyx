# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Finds many words in a text in one pass over its characters.

The words are a trie. Its branches grow when their first character is first met, so that a start costs nothing and a
short text little; two characters that begin no word are told by one look at a table of bits.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Realloc
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.stdint cimport uint8_t, uint16_t, uint32_t, uint64_t

ctypedef fused letter_t:
    uint8_t
    uint16_t
    uint32_t

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
    uint32_t scan     # the last scan that met it
    uint32_t word     # its word's number + 2; 0: not looked at yet, 1: not wanted

cdef struct Match:
    Py_ssize_t start
    uint32_t ending

cdef enum:
    PAGES = 0x1100  # of 256 code points each
    BITS = 16       # pairs of characters are told apart by so many

    NOTHING = 1     # a cell: no form begins with this character (0: not known yet)
    ALONE = 0x80000000  # a cell's mark: a form is this character alone

cdef uint32_t NO_CELLS[256]


cdef inline uint32_t pair(uint32_t first, uint32_t second) noexcept nogil:
    return ((first * 31 + second) * <uint32_t>2654435761) >> (32 - BITS)


cdef void *grown(void *block, Py_ssize_t *room, Py_ssize_t count, size_t size) except NULL:
    """The block with room for one more than `count` items."""
    if count < room[0]:
        return block
    block = PyMem_Realloc(block, (room[0] * 2 + 64) * size)
    if block == NULL:
        raise MemoryError
    room[0] = room[0] * 2 + 64
    return block


cdef class Found:
    """Where the words stand that a scan has found; called, it tells of them by their start."""

    cdef Scanner scanner
    cdef Match *matches
    cdef Py_ssize_t count, room, offset
    cdef bint tied

    def __dealloc__(self):
        PyMem_Free(self.matches)

    cdef int add(self, Py_ssize_t start, uint32_t ending) except -1:
        self.matches = <Match *>grown(self.matches, &self.room, self.count, sizeof(Match))
        self.matches[self.count].start = start
        self.matches[self.count].ending = ending
        self.count += 1
        return 0

    def __call__(self):
        cdef Py_ssize_t number, start
        cdef Ending *ending
        new, hit, words = tuple.__new__, self.scanner.hit, self.scanner.words
        hits = []
        for number in range(self.count):
            ending = &self.scanner.endings[self.matches[number].ending]
            start = self.offset + self.matches[number].start
            hits.append(new(hit, (start, start + ending.length, <str>words[ending.word - 2])))
        if self.tied:  # forms of the same length that begin at the same place
            hits.sort()
        return tuple(hits)


cdef class Scanner:
    """Many forms, each with its word, in tables as `speechclean.spelling` makes them."""

    cdef uint32_t *pages[PAGES]
    cdef uint64_t pairs[(1 << BITS) >> 6]
    cdef Node *nodes
    cdef Py_ssize_t node_count, node_room
    cdef Ending *endings
    cdef Py_ssize_t ending_count, ending_room
    cdef uint32_t scan
    cdef tuple tables
    cdef list sources, wants, words
    cdef object hit
    cdef uint32_t separator, of

    def __cinit__(self, tuple tables, hit, str separator, str of):
        cdef Py_ssize_t number
        for number in range(PAGES):
            self.pages[number] = NO_CELLS
        self.tables, self.hit = tables, hit
        self.separator, self.of = ord(separator), ord(of)
        self.sources, self.wants, self.words = [], [], []
        self.new_node(0)     # neither is ever met:
        self.new_node(0)     # 0 and NOTHING stand for none
        self.new_ending(0, 0, 0)

    def __dealloc__(self):
        cdef Py_ssize_t number
        for number in range(PAGES):
            if self.pages[number] != NO_CELLS:
                PyMem_Free(self.pages[number])
        PyMem_Free(self.nodes)
        PyMem_Free(self.endings)

    def find(self, str text not None, Py_ssize_t offset=0):
        """The words that occur, and what tells their places in code points, by start, `offset` further on."""
        cdef Found found = Found.__new__(Found)
        cdef set words = set()
        cdef int kind = PyUnicode_KIND(text)
        found.scanner, found.offset = self, offset
        self.scan += 1
        if kind == 1:
            self.walk(<uint8_t *>PyUnicode_DATA(text), len(text), found, words)
        elif kind == 2:
            self.walk(<uint16_t *>PyUnicode_DATA(text), len(text), found, words)
        else:
            self.walk(<uint32_t *>PyUnicode_DATA(text), len(text), found, words)
        return words, found

    cdef int walk(self, letter_t *text, Py_ssize_t length, Found found, set words) except -1:
        cdef Py_ssize_t start, place
        cdef uint32_t cell, node, bit
        for start in range(length):
            cell = self.pages[text[start] >> 8][text[start] & 255]
            if cell == NOTHING:
                continue
            if cell == 0:
                cell = self.grow(text[start])
                if cell == NOTHING:
                    continue
            if cell & ALONE:
                cell &= ~<uint32_t>ALONE
                self.end(start, self.nodes[cell].ending, found, words)
            place = start + 1
            if place == length:
                break
            bit = pair(text[start], text[place])
            if not self.pairs[bit >> 6] >> (bit & 63) & 1:
                continue
            node = self.nodes[cell].child
            while node:
                if self.nodes[node].letter != text[place]:
                    node = self.nodes[node].sibling
                    continue
                if self.nodes[node].ending:
                    self.end(start, self.nodes[node].ending, found, words)
                place += 1
                if place == length:
                    break
                node = self.nodes[node].child
        return 0

    cdef int end(self, Py_ssize_t start, uint32_t number, Found found, set words) except -1:
        """Take down the forms that end at a node."""
        cdef Ending *ending
        cdef bint again = False
        while number:
            ending = &self.endings[number]
            if ending.word == 0:
                self.name(ending)
            if ending.word > 1:
                found.add(start, number)
                found.tied |= again
                again = True
                if ending.scan != self.scan:
                    ending.scan = self.scan
                    words.add(self.words[ending.word - 2])
            number = ending.next
        return 0

    cdef int name(self, Ending *ending) except -1:
        """Find out the word of a form that was met, and whether it is wanted."""
        cdef str form, word
        form, _, word = (<str>self.sources[ending.source])[ending.entry :].partition(chr(self.separator))[0].partition(chr(self.of))
        word = word or form
        if word in self.wants[ending.source]:
            self.words.append(word)
            ending.word = len(self.words) + 1
        else:
            ending.word = 1
        return 0

    cdef uint32_t grow(self, uint32_t letter) except 0:
        """Learn the forms that begin with a character; gives its cell."""
        cdef uint32_t *page = self.pages[letter >> 8]
        cdef uint32_t root = NOTHING
        cdef str key = chr(letter)
        for known, wanted in self.tables:
            joined = known.get(key)
            if joined is not None:
                if root == NOTHING:
                    root = self.new_node(letter)
                self.sources.append(joined)
                self.wants.append(wanted)
                self.read(joined, root)
        if page == NO_CELLS:
            page = <uint32_t *>PyMem_Calloc(256, sizeof(uint32_t))
            if page == NULL:
                raise MemoryError
            self.pages[letter >> 8] = page
        page[letter & 255] = root | (ALONE if self.nodes[root].ending else 0)
        return page[letter & 255]

    cdef int read(self, str joined, uint32_t root) except -1:
        """Put the forms of one table under the node of their first character."""
        cdef int kind = PyUnicode_KIND(joined)
        cdef void *data = PyUnicode_DATA(joined)
        cdef Py_ssize_t place = 0, began = 0, length = len(joined)
        cdef uint32_t node = root, letter, bit
        cdef bint in_form = True
        while place <= length:
            letter = self.separator if place == length else PyUnicode_READ(kind, data, place)
            if in_form and (letter == self.separator or letter == self.of):
                self.new_ending(node, place - began, began)
                in_form = False
            elif in_form and place > began:
                if node == root:
                    bit = pair(self.nodes[root].letter, letter)
                    self.pairs[bit >> 6] |= <uint64_t>1 << (bit & 63)
                node = self.child(node, letter)
            if letter == self.separator:
                node, began, in_form = root, place + 1, True
            place += 1
        return 0

    cdef uint32_t child(self, uint32_t parent, uint32_t letter) except 0:
        """The child of a node for a character, a new one if there is none."""
        cdef uint32_t node = self.nodes[parent].child
        while node and self.nodes[node].letter != letter:
            node = self.nodes[node].sibling
        if not node:
            node = self.new_node(letter)
            self.nodes[node].sibling = self.nodes[parent].child
            self.nodes[parent].child = node
        return node

    cdef uint32_t new_node(self, uint32_t letter) except? 0:
        cdef Py_ssize_t number = self.node_count
        self.nodes = <Node *>grown(self.nodes, &self.node_room, number, sizeof(Node))
        self.nodes[number] = Node(letter, 0, 0, 0)
        self.node_count += 1
        return number

    cdef int new_ending(self, uint32_t node, Py_ssize_t length, Py_ssize_t entry) except -1:
        cdef Py_ssize_t number = self.ending_count
        self.endings = <Ending *>grown(self.endings, &self.ending_room, number, sizeof(Ending))
        self.endings[number] = Ending(length, entry, len(self.sources) - 1 if self.sources else 0, self.nodes[node].ending, 0, 0)
        if number:
            self.nodes[node].ending = number
        self.ending_count += 1
        return 0
