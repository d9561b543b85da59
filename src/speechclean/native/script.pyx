# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Tells the scripts of a text apart, and converts Traditional text, at 1 to 2 ns a character."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_FromKindAndData, PyUnicode_KIND, PyUnicode_READ
from libc.stdint cimport uint8_t, uint16_t, uint32_t

ctypedef fused letter_t:
    uint8_t
    uint16_t
    uint32_t

cdef enum:
    LETTERS = 0x110000
    HEAD = 21        # above the bits of a character: the number of the phrases that begin with it
    LETTER = (1 << HEAD) - 1
    MOST_HEADS = 2046


cdef inline bint is_opencc_s(uint32_t letter) noexcept nogil:
    """Whether OpenCC does more than its tables say: a Han character that stands for another one is made plain before phrases
    are looked for, and what a sign puts together as one character (⿰亻當) stays as it is."""
    return 0xF900 <= letter <= 0xFAFF or 0x2F800 <= letter <= 0x2FA1F or 0x2FF0 <= letter <= 0x2FFF


cdef inline bint is_han(uint32_t letter) noexcept nogil:
    return 0x3400 <= letter < 0x4DC0 or 0x4E00 <= letter < 0xA000 or 0x20000 <= letter < 0x323B0


cdef class Letters:
    """A set of characters: these, and those from the first to the last of each range."""

    cdef uint8_t *own

    def __cinit__(self, str letters not None, tuple ranges=()):
        cdef Py_UCS4 letter, first, last
        cdef uint32_t code
        self.own = <uint8_t *>PyMem_Calloc(LETTERS, 1)
        if self.own == NULL:
            raise MemoryError
        for letter in letters:
            self.own[letter] = 1
        for first, last in ranges:
            for code in range(<uint32_t>first, <uint32_t>last + 1):
                self.own[code] = 1

    def __dealloc__(self):
        PyMem_Free(self.own)

    def occur_in(self, str text not None):
        """Whether a text holds any of them."""
        cdef int kind = PyUnicode_KIND(text)
        if kind == 1:
            return self.any_among(<uint8_t *>PyUnicode_DATA(text), len(text))
        if kind == 2:
            return self.any_among(<uint16_t *>PyUnicode_DATA(text), len(text))
        return self.any_among(<uint32_t *>PyUnicode_DATA(text), len(text))

    def count(self, str text not None):
        """How many of a text's characters are among them."""
        cdef int kind = PyUnicode_KIND(text)
        if kind == 1:
            return self.among(<uint8_t *>PyUnicode_DATA(text), len(text))
        if kind == 2:
            return self.among(<uint16_t *>PyUnicode_DATA(text), len(text))
        return self.among(<uint32_t *>PyUnicode_DATA(text), len(text))

    def places(self, str text not None, Py_ssize_t start, Py_ssize_t end):
        """Where they stand in `text[start:end]`."""
        cdef int kind = PyUnicode_KIND(text)
        cdef void *data = PyUnicode_DATA(text)
        return [at for at in range(max(start, 0), min(end, len(text))) if self.own[PyUnicode_READ(kind, data, at)]]

    cdef bint any_among(self, letter_t *text, Py_ssize_t size) noexcept:
        cdef uint8_t *own = self.own
        cdef Py_ssize_t place
        for place in range(size):
            if own[text[place]]:
                return True
        return False

    cdef Py_ssize_t among(self, letter_t *text, Py_ssize_t size) noexcept:
        cdef uint8_t *own = self.own
        cdef Py_ssize_t place, found = 0
        for place in range(size):
            found += own[text[place]]
        return found


cdef class Converter:
    """What single Han characters become, and phrases before them, the longest first; all keep their length."""

    cdef uint32_t *become    # for each character what becomes of it, if not itself, and the number of its phrases
    cdef uint32_t *phrases   # of each its length, its letters, and what they become; 0 behind the last of a head
    cdef Py_ssize_t *begin   # where the phrases of a head begin

    def __cinit__(self, str letters not None, str become not None, list phrases not None):
        cdef Py_ssize_t number
        cdef Py_UCS4 letter
        if len(letters) != len(become):
            raise ValueError("each character becomes one character")
        self.become = <uint32_t *>PyMem_Calloc(LETTERS, sizeof(uint32_t))
        self.phrases = <uint32_t *>PyMem_Malloc((1 + 3 * len(phrases) + sum(map(len, phrases))) * sizeof(uint32_t))
        self.begin = <Py_ssize_t *>PyMem_Malloc((len(phrases) + 1) * sizeof(Py_ssize_t))
        if self.become == NULL or self.phrases == NULL or self.begin == NULL:
            raise MemoryError
        for number in range(len(letters)):
            letter = letters[number]
            if is_han(letter):
                self.become[letter] = <uint32_t><Py_UCS4>become[number]
        self.learn(phrases)

    def __dealloc__(self):
        PyMem_Free(self.become)
        PyMem_Free(self.phrases)
        PyMem_Free(self.begin)

    cdef int learn(self, list phrases) except -1:
        """Write down the phrases, each given as it stands, a tab, and what it becomes."""
        cdef Py_ssize_t place = 0, size
        cdef uint32_t head, last = 0, heads = 0
        cdef str phrase
        cdef Py_UCS4 letter
        for phrase in sorted(phrases, key=_by_head):
            size = len(phrase) >> 1
            if not size or len(phrase) != 2 * size + 1 or phrase[size] != "\t":
                raise ValueError("a phrase becomes one of the same length")
            head = <uint32_t><Py_UCS4>phrase[0]
            if not heads or head != last:
                if heads:
                    self.phrases[place] = 0
                    place += 1
                last, heads = head, heads + 1
                if heads > MOST_HEADS:
                    raise ValueError("too many phrases")
                self.begin[heads] = place
                self.become[head] = (self.become[head] or head) | heads << HEAD
            self.phrases[place] = <uint32_t>size
            place += 1
            for letter in phrase:
                if letter != c"\t":
                    self.phrases[place] = letter
                    place += 1
        self.phrases[place] = 0
        return 0

    def __call__(self, str text not None):
        """The text converted; None where it holds a character that has to be made plain before."""
        cdef int kind = PyUnicode_KIND(text)
        cdef Py_ssize_t size = len(text)
        cdef uint32_t *made = <uint32_t *>PyMem_Malloc((size + 1) * sizeof(uint32_t))
        cdef bint done
        if made == NULL:
            raise MemoryError
        try:
            if kind == 1:
                done = self.write(<uint8_t *>PyUnicode_DATA(text), size, made)
            elif kind == 2:
                done = self.write(<uint16_t *>PyUnicode_DATA(text), size, made)
            else:
                done = self.write(<uint32_t *>PyUnicode_DATA(text), size, made)
            return PyUnicode_FromKindAndData(4, made, size) if done else None
        finally:
            PyMem_Free(made)

    cdef bint write(self, letter_t *text, Py_ssize_t size, uint32_t *made) noexcept:
        cdef Py_ssize_t place = 0
        cdef uint32_t to
        cdef uint32_t *phrase
        while place < size:
            to = self.become[text[place]]
            if to > LETTER and (phrase := self.phrase(text + place, size - place, to >> HEAD)):
                for to in range(phrase[0]):
                    made[place + to] = phrase[1 + phrase[0] + to]
                place += phrase[0]
                continue
            if is_opencc_s(text[place]):
                return False
            made[place] = to & LETTER or text[place]
            place += 1
        return True

    cdef uint32_t *phrase(self, letter_t *text, Py_ssize_t size, uint32_t head) noexcept:
        """The longest phrase of a head that stands here, if any."""
        cdef uint32_t *phrase = self.phrases + self.begin[head]
        cdef uint32_t same
        while phrase[0]:
            if phrase[0] <= size:
                same = 1
                while same < phrase[0] and text[same] == phrase[1 + same]:
                    same += 1
                if same == phrase[0]:
                    return phrase
            phrase += 1 + 2 * phrase[0]
        return NULL


def _by_head(str phrase):
    return phrase[:1], -len(phrase)
