# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Finds many words in a text in one pass over its characters.

The words are a trie. Its branches grow when their first character is first met, so that a start costs nothing and a
short text little; two characters that begin no word are told by one look at a table of bits.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Realloc
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.stdint cimport uint8_t, uint16_t, uint32_t, uint64_t
from libc.string cimport memset

from speechclean.native.traits cimport OTHER_SCRIPT, Traits, letter_t, look, parts_wide, told

include "trie.pxi"


cdef enum:
    PARAGRAPH = 45  # a line of so many characters with a full stop in it

cdef struct Match:
    Py_ssize_t start
    uint32_t ending


cdef class Found:
    """Where the words stand that a scan has found; called, it tells of them by their start."""

    cdef readonly int traits
    cdef readonly set in_lines  # the words that stand in lines that are no paragraphs
    cdef Scanner scanner
    cdef dict numbers  # the words that were found, each with the numbers of its matches
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
        return tuple(self.hits(range(self.count)))

    def of(self, words):
        """The hits of these words, by start."""
        cdef Py_ssize_t number
        cdef list chosen = [], own
        if self.numbers is None:
            self.numbers = {}
            for number in range(self.count):
                word = self.scanner.words[self.scanner.endings[self.matches[number].ending].word - 2]
                own = self.numbers.get(word)
                if own is None:
                    self.numbers[word] = [number]
                else:
                    own.append(number)
        for word, own in self.numbers.items():
            if word in words:
                chosen += own
        chosen.sort()
        return self.hits(chosen)

    cdef list hits(self, numbers):
        cdef Py_ssize_t number, start
        cdef Ending *ending
        cdef list hits = [], words = self.scanner.words
        new, hit = tuple.__new__, self.scanner.hit
        for number in numbers:
            ending = &self.scanner.endings[self.matches[number].ending]
            start = self.offset + self.matches[number].start
            hits.append(new(hit, (start, start + ending.length, <str>words[ending.word - 2])))
        if self.tied:  # forms of the same length that begin at the same place
            hits.sort()
        return hits


cdef class Scanner(Trie):
    """Finds the forms in texts, with the traits of each text.

    At a character of `strange`, which belongs to the other script, it stops.
    """

    cdef uint32_t scan
    cdef list words
    cdef object hit

    def __init__(self, tuple tables, hit, str separator, str of, str strange=""):
        self.hit, self.words = hit, []

    def find(self, str text not None, Py_ssize_t offset=0):
        """The words that occur, and what tells their places in code points, by start, `offset` further on."""
        cdef Found found = Found.__new__(Found)
        cdef set words = set()
        cdef int kind = PyUnicode_KIND(text)
        found.scanner, found.offset, found.in_lines = self, offset, set()
        self.scan += 1
        if kind == 1:
            found.traits = self.walk(<uint8_t *>PyUnicode_DATA(text), len(text), found, words)
        elif kind == 2:
            found.traits = self.walk(<uint16_t *>PyUnicode_DATA(text), len(text), found, words)
        else:
            found.traits = self.walk(<uint32_t *>PyUnicode_DATA(text), len(text), found, words)
        return words, found

    cdef int walk(self, letter_t *text, Py_ssize_t length, Found found, set words) except -1:
        """Read a text; gives its traits. The buffer of a str ends in a NUL, so that there is always a next character."""
        cdef Py_ssize_t start, line = 0, first = 0
        cdef uint32_t bit
        cdef uint8_t mark
        cdef uint8_t **marks = self.marks
        cdef uint64_t *pairs = self.pairs
        cdef Traits traits
        memset(&traits, 0, sizeof(Traits))
        for start in range(length):
            mark = marks[text[start] >> 8][text[start] & 255]
            bit = pair(text[start], text[start + 1])
            if mark == KNOWN and not pairs[bit >> 6] >> (bit & 63) & 1:
                continue
            if mark == 0:
                self.learn(sizeof(text[0]), text, start, length)
                mark = marks[text[start] >> 8][text[start] & 255]
            if mark & STRANGE:
                return traits.seen | OTHER_SCRIPT
            if mark & TELLING:
                look(&traits, text, length, start)
            if mark & ALONE:
                self.end(start, self.nodes[self.root(text[start])].ending, found, words)
            if pairs[bit >> 6] >> (bit & 63) & 1 and start + 1 < length:
                self.descend(text, length, start, found, words)
            if text[start] == 0x0A:
                self.close_line(text, line, start, found, first)
                line, first = start + 1, found.count
        self.close_line(text, line, length, found, first)
        return told(&traits, text, length)

    cdef int close_line(
        self, letter_t *text, Py_ssize_t start, Py_ssize_t end, Found found, Py_ssize_t first
    ) except -1:
        """Keep the words of a line that is no paragraph."""
        cdef Py_ssize_t place
        if first == found.count:
            return 0
        if end - start >= PARAGRAPH:
            for place in range(start, end):
                if text[place] == 0x3002:
                    return 0
        for place in range(first, found.count):
            found.in_lines.add(self.words[self.endings[found.matches[place].ending].word - 2])
        return 0

    cdef int descend(self, letter_t *text, Py_ssize_t length, Py_ssize_t start, Found found, set words) except -1:
        """Follow the forms that begin at a place, from the second character on."""
        cdef Py_ssize_t place = start + 1
        cdef uint32_t node = self.nodes[self.root(text[start])].child
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
        entry = (<str>self.sources[ending.source])[ending.entry :].partition(chr(self.separator))[0]
        form, _, word = entry.partition(chr(self.of))
        word = word or form
        if word in self.wants[ending.source]:
            self.words.append(word)
            ending.word = len(self.words) + 1
        else:
            ending.word = 1
        return 0
