# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Finds many words in a text in one pass over its characters.

The words are a trie. Its branches grow when their first character is first met, so that a start costs nothing and a
short text little; two characters that begin no word are told by one look at a table of bits.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc, PyMem_Realloc
from cpython.ref cimport Py_INCREF
from cpython.tuple cimport PyTuple_SET_ITEM
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ, PyUnicode_READ_CHAR
from libc.stdint cimport uint8_t, uint16_t, uint32_t, uint64_t
from libc.string cimport memcpy, memset

cdef extern from "Python.h":
    Py_ssize_t PY_SSIZE_T_MAX

from sys import byteorder

from speechclean.native.traits cimport OTHER_SCRIPT, SPACED, SURPLUS_LINE, Traits, end_text, is_blank, letter_t, look, parts_wide

include "nodes.pxi"
include "trie.pxi"
include "found.pxi"
include "reread.pxi"

cdef enum:
    PARAGRAPH = 45  # a line of so many characters with a full stop in it


cdef class Scanner(Trie):
    """Finds the forms in texts, with the traits of each text.

    At a character of `strange`, which belongs to the other script, it stops.
    """

    cdef uint32_t scan
    cdef list words
    cdef dict numbers   # each of the words with its number
    cdef object masks   # what each word tells, as bits
    cdef uint64_t *told # the same by the number of the word, `wide` times 64 bits each
    cdef Py_ssize_t wide, told_room
    cdef dict choices   # the words that were asked for together, as `Chosen`, by their frozenset
    cdef object hit, line

    def __init__(self, tuple tables, tuple kinds, str separator, str of, str strange="", masks=None):
        self.hit, self.line = kinds
        self.words, self.numbers, self.choices = [], {}, {}
        self.masks = masks or {}
        self.wide = max([mask.bit_length() for mask in self.masks.values()], default=0) // 64 + 1

    def __dealloc__(self):
        PyMem_Free(self.told)

    def find(self, str text not None, Py_ssize_t offset=0):
        """What tells the words that occur and their places in code points, `offset` further on."""
        cdef Found found = Found.__new__(Found)
        found.open(self, text, offset)
        memset(&found.state, 0, sizeof(Traits))
        self.visit(text, 0, 0, len(text), found)
        return found

    cdef int visit(self, str text, Py_ssize_t before, Py_ssize_t start, Py_ssize_t end, Found found) except -1:
        """Read the whole lines from a place to another, and what goes over into them from a place `before`."""
        cdef int kind = PyUnicode_KIND(text)
        self.scan += 1
        found.scan = self.scan
        if kind == 1:
            self.enter(<uint8_t *>PyUnicode_DATA(text), len(text), before, start, found)
            self.walk(<uint8_t *>PyUnicode_DATA(text), len(text), start, end, found)
        elif kind == 2:
            self.enter(<uint16_t *>PyUnicode_DATA(text), len(text), before, start, found)
            self.walk(<uint16_t *>PyUnicode_DATA(text), len(text), start, end, found)
        else:
            self.enter(<uint32_t *>PyUnicode_DATA(text), len(text), before, start, found)
            self.walk(<uint32_t *>PyUnicode_DATA(text), len(text), start, end, found)
        return 0

    cdef int enter(
        self, letter_t *text, Py_ssize_t length, Py_ssize_t place, Py_ssize_t end, Found found
    ) except -1:
        """Find the forms that begin at the last places before the lines that are read."""
        for place in range(place, end):
            if self.marks[text[place] >> 8][text[place] & 255] & ALONE:
                self.end(place, self.nodes[self.root(text[place])].ending, found)
            self.descend(text, length, place, found)
        return 0

    cdef int walk(self, letter_t *text, Py_ssize_t length, Py_ssize_t begin, Py_ssize_t end, Found found) except -1:
        """Read lines and take down their traits. The buffer of a str ends in a NUL: there is always a next character."""
        cdef Py_ssize_t start, line = begin, first = found.count
        cdef uint32_t bit
        cdef uint8_t mark
        cdef uint8_t **marks = self.marks
        cdef uint64_t *pairs = self.pairs
        cdef uint64_t **ahead = self.ahead
        cdef uint64_t here, after = ahead[text[begin] >> 8][text[begin] & 255]
        cdef Traits *traits = &found.state
        traits.line, traits.run_end, traits.account_end = begin, -1, -1
        for start in range(begin, end):
            here, after = after, ahead[text[start + 1] >> 8][text[start + 1] & 255]
            if not here >> (after & OWN) & 1:
                continue
            mark = marks[text[start] >> 8][text[start] & 255]
            bit = pair(text[start], text[start + 1])
            if mark == KNOWN and not pairs[bit >> 6] >> (bit & 63) & 1:
                continue
            if mark == 0:
                self.learn(sizeof(text[0]), text, start, length)
                mark = marks[text[start] >> 8][text[start] & 255]
                after = ahead[text[start + 1] >> 8][text[start + 1] & 255]
            if mark & STRANGE:
                traits.seen |= OTHER_SCRIPT
                return 0
            if mark & TELLING:
                look(traits, text, length, start)
                if traits.account_end == start + 1:
                    found.add_account(traits.run - (traits.run and 0x21 <= text[traits.run - 1] <= 0x7E), start + 1)
            if mark & ALONE:
                self.end(start, self.nodes[self.root(text[start])].ending, found)
            if pairs[bit >> 6] >> (bit & 63) & 1:
                self.descend(text, length, start, found)
            if text[start] == 0x0A:
                self.close_line(text, line, start, found, first)
                found.add_break(start)
                line, first = start + 1, found.count
        if line < end or end == length:
            self.close_line(text, line, end, found, first)
            end_text(traits, text, end)
        return 0

    cdef int close_line(
        self, letter_t *text, Py_ssize_t start, Py_ssize_t end, Found found, Py_ssize_t first
    ) except -1:
        """Take down what the words of a line tell that is no paragraph."""
        cdef Py_ssize_t place
        if first == found.count:
            return 0
        if end - start >= PARAGRAPH:
            for place in range(start, end):
                if text[place] == 0x3002:
                    return 0
        for place in range(first, found.count):
            found.tell(found.matches[place].word, self.wide)
        return 0

    cdef int descend(self, letter_t *text, Py_ssize_t length, Py_ssize_t start, Found found) except -1:
        """Follow the forms that begin at a place, from the second character on."""
        cdef Py_ssize_t place = start + 1
        cdef Pair *two
        cdef uint32_t node
        if place == length:
            return 0
        two = self.second(text[start], text[place])
        node = two.node if two.ahead >> group(text[place + 1], GROUPS_AHEAD) & 1 else 0
        while node:
            if self.nodes[node].ending:
                self.end(start, self.nodes[node].ending, found)
            place += 1
            if place == length:
                break
            node = self.nodes[node].child
            while node and self.nodes[node].letter != text[place]:
                node = self.nodes[node].sibling
        return 0

    cdef int end(self, Py_ssize_t start, uint32_t number, Found found) except -1:
        """Take down the forms that end at a node, by their words."""
        cdef Ending *ending
        cdef Py_ssize_t before = found.count
        while number:
            if self.endings[number].word == 0:
                self.name(number)
            ending = &self.endings[number]
            if ending.word > 1:
                found.add(start, ending.length, ending.word - 2, before)
                if ending.scan != found.scan:
                    ending.scan = found.scan
                    found.tell(ending.word - 2, 0)
            number = ending.next
        return 0

    cdef int name(self, uint32_t number) except -1:
        """Find out the word of a form that was met, and whether it is wanted; endings may be moved meanwhile."""
        cdef str form, word
        cdef Ending ending = self.endings[number]
        entry = (<str>self.sources[ending.source])[ending.entry :].partition(chr(self.separator))[0]
        form, _, word = entry.partition(chr(self.of))
        word = word or form
        if word not in self.wants[ending.source]:
            self.endings[number].word = 1
            return 0
        if word not in self.numbers:
            self.tell(len(self.words), self.masks.get(word, 0))
            self.numbers[word] = len(self.words)
            self.words.append(word)
        self.endings[number].word = self.numbers[word] + 2
        return 0

    cdef int tell(self, Py_ssize_t number, mask) except -1:
        """Keep what a word tells."""
        cdef bytes bits = mask.to_bytes(self.wide * sizeof(uint64_t), byteorder)
        self.told = <uint64_t *>grown(self.told, &self.told_room, number, self.wide * sizeof(uint64_t))
        memcpy(&self.told[number * self.wide], <char *>bits, self.wide * sizeof(uint64_t))
        return 0

    cdef Chosen chosen(self, words):
        """Which of the words that were met are among these."""
        cdef bint lasts = type(words) is frozenset  # it stays as it is, and knows its hash
        cdef Chosen chosen = self.choices.get(words) if lasts else None
        if chosen is None:
            chosen = Chosen.__new__(Chosen)
            if lasts:
                if len(self.choices) >= MOST_CHOICES:
                    self.choices.clear()
                self.choices[words] = chosen
        while chosen.known < len(self.words):
            chosen.add(self.words[chosen.known] in words)
        return chosen
