# What a scan has found; included by scan.pyx.


cdef class Found:
    """Where the words stand that a scan has found, in lines; called, it tells of them by their start."""

    cdef Traits state
    cdef readonly Scanner scanner
    cdef Match *matches  # by start, then by length, then by word
    cdef Py_ssize_t count, room
    cdef Py_ssize_t *breaks  # where newlines stand
    cdef Py_ssize_t break_count, break_room
    cdef Span *accounts  # runs of Latin signs that may be accounts, by start
    cdef Py_ssize_t account_count, account_room
    cdef Py_ssize_t offset, size
    cdef uint32_t scan  # the number of the scan that reads for it
    cdef uint64_t *woken  # what its words tell, and behind that what those in lines tell that are no paragraphs
    cdef list made  # the hits, as far as they were asked for

    def __dealloc__(self):
        PyMem_Free(self.matches)
        PyMem_Free(self.breaks)
        PyMem_Free(self.accounts)
        PyMem_Free(self.woken)

    cdef int open(self, Scanner scanner, str text, Py_ssize_t offset) except -1:
        """Begin with nothing found."""
        if not 0 <= offset <= FARTHEST:
            raise ValueError("a text begins at its start, or behind it")
        self.scanner, self.offset, self.size = scanner, offset, len(text)
        self.woken = <uint64_t *>PyMem_Calloc(2 * scanner.wide, sizeof(uint64_t))
        if self.woken == NULL:
            raise MemoryError
        return 0

    cdef int add(self, Py_ssize_t start, uint32_t length, uint32_t word, Py_ssize_t before) except -1:
        """Take down a match; behind number `before` stand those of the same place and length."""
        cdef Py_ssize_t place = self.count
        cdef list words = self.scanner.words
        self.matches = <Match *>grown(self.matches, &self.room, self.count, sizeof(Match))
        while place > before and <str>words[self.matches[place - 1].word] > <str>words[word]:
            self.matches[place] = self.matches[place - 1]
            place -= 1
        self.matches[place] = Match(start, length, word)
        self.count += 1
        return 0

    cdef int add_break(self, Py_ssize_t place) except -1:
        self.breaks = <Py_ssize_t *>grown(self.breaks, &self.break_room, self.break_count, sizeof(Py_ssize_t))
        self.breaks[self.break_count] = place
        self.break_count += 1
        return 0

    cdef int add_account(self, Py_ssize_t start, Py_ssize_t end) except -1:
        """Take down an account, or how far the last one goes on."""
        if not self.account_count or self.accounts[self.account_count - 1].start != start:
            self.accounts = <Span *>grown(self.accounts, &self.account_room, self.account_count, sizeof(Span))
            self.account_count += 1
        self.accounts[self.account_count - 1] = Span(start, end)
        return 0

    cdef inline void tell(self, uint32_t word, Py_ssize_t first) noexcept:
        """Take in what a word tells."""
        cdef Py_ssize_t place, wide = self.scanner.wide
        for place in range(wide):
            self.woken[first + place] |= self.scanner.told[word * wide + place]

    @property
    def traits(self):
        """The traits of the text."""
        return self.state.seen

    @property
    def masks(self):
        """What the words tell that occur, and what those tell that stand in lines that are no paragraphs."""
        cdef Py_ssize_t wide = self.scanner.wide
        return joined(self.woken, wide), joined(self.woken + wide, wide)

    def wordless(self):
        """What shows without a word: the spans of accounts; None where something may be spaced out, too."""
        cdef Py_ssize_t number
        if self.state.seen & SPACED or self.offset:
            return None
        return [(self.accounts[number].start, self.accounts[number].end) for number in range(self.account_count)]

    def words(self):
        """The words that occur."""
        cdef Py_ssize_t number
        cdef list words = self.scanner.words
        return {words[self.matches[number].word] for number in range(self.count)}

    def cover(self, str text not None, list starts not None, dict told not None):
        """For each token of the scanned text what is told of the longest word that begins with it or covers it, or "".

        The tokens begin at these places; behind the last stands the end of the text. A Latin word that goes on is none.
        """
        cdef Py_ssize_t size = len(starts) - 1, number = 0, token = 0, place
        cdef Match *best
        cdef list found = [""] * size
        while number < self.count:
            place, best = self.matches[number].start, NULL
            while number < self.count and self.matches[number].start == place:
                if (best == NULL or self.matches[number].length > best.length) and not self.goes_on(text, number):
                    best = &self.matches[number]
                number += 1
            while token < size and <Py_ssize_t>starts[token] < place:
                token += 1
            if best != NULL and token < size and <Py_ssize_t>starts[token] == place:
                letters = told[<str>self.scanner.words[best.word]]
                while True:
                    found[token] = letters
                    token += 1
                    if token == size or <Py_ssize_t>starts[token] >= place + <Py_ssize_t>best.length:
                        break
        return found

    cdef bint goes_on(self, str text, Py_ssize_t number) except -1:
        """Whether a Latin word is only the beginning of the one that stands there."""
        cdef str word = self.scanner.words[self.matches[number].word]
        cdef Py_ssize_t end = self.matches[number].start + self.matches[number].length
        cdef Py_UCS4 after = text[end] if end < len(text) else c" "
        return word[len(word) - 1] < 128 and (c"a" <= after <= c"z" or c"A" <= after <= c"Z")

    def __call__(self):
        cdef Py_ssize_t number
        return tuple([self.hit(number) for number in range(self.count)])

    cdef tuple hit(self, Py_ssize_t number):
        """A hit, made when it is first asked for."""
        cdef tuple hit
        cdef Match *match = &self.matches[number]
        if self.made is None:
            self.made = [None] * self.count
        hit = <tuple>self.made[number]
        if hit is None:
            word = <str>self.scanner.words[match.word]
            Py_INCREF(word)
            hit = self.spanned(self.scanner.hit, 3, match.start, match.start + match.length)
            PyTuple_SET_ITEM(hit, 2, word)
            self.made[number] = hit
        return hit

    cdef tuple spanned(self, kind, Py_ssize_t size, Py_ssize_t start, Py_ssize_t end):
        """A named tuple that begins with these two."""
        cdef tuple made = named(kind, size)
        cdef object first = self.offset + start, second = self.offset + end
        Py_INCREF(first)
        Py_INCREF(second)
        PyTuple_SET_ITEM(made, 0, first)
        PyTuple_SET_ITEM(made, 1, second)
        return made

    def after(self, str text not None, edits):
        """What is found in the text that these edits make of it; None where that is to be read whole."""
        return reread(self, text, edits)

    cpdef list of(self, words):
        """The hits of these words, by start."""
        cdef Py_ssize_t number
        cdef Chosen chosen = self.scanner.chosen(words)
        cdef list hits = []
        for number in range(self.count):
            if chosen.flags[self.matches[number].word]:
                hits.append(self.hit(number))
        return hits

    cpdef list lines(self, words, Py_ssize_t first=0):
        """The lines that hold one of these words, by start; only from `first` on."""
        cdef Py_ssize_t number, line = 0
        cdef Chosen chosen = self.scanner.chosen(words)
        cdef list lines = []
        first = max(first, 0) - self.offset
        for number in range(self.count):
            if self.matches[number].start >= first and chosen.flags[self.matches[number].word]:
                line = self.line_of(self.matches[number].start, line)
                first = self.end_of(line) + 1
                lines.append(self.spanned(self.scanner.line, 2, self.start_of(line), first - 1))
        return lines

    cdef inline Py_ssize_t line_of(self, Py_ssize_t place, Py_ssize_t line) noexcept:
        """The number of the line that holds a place; the line before is known."""
        while line < self.break_count and self.breaks[line] < place:
            line += 1
        return line

    cdef inline Py_ssize_t start_of(self, Py_ssize_t line) noexcept:
        return self.breaks[line - 1] + 1 if line else 0

    cdef inline Py_ssize_t end_of(self, Py_ssize_t line) noexcept:
        return self.breaks[line] if line < self.break_count else self.size

    cpdef list marked(self, words, Py_ssize_t prose, Py_ssize_t near):
        """The lines that hold one of these words, each with the places of the words.

        In lines longer than `prose` only those count that have another one of them `near`.
        """
        cdef Py_ssize_t number = 0, line = 0
        cdef Chosen chosen = self.scanner.chosen(words)
        cdef list lines = [], places
        cdef tuple span
        while number < self.count:
            if not chosen.flags[self.matches[number].word]:
                number += 1
                continue
            line = self.line_of(self.matches[number].start, line)
            places = []
            if self.end_of(line) - self.start_of(line) <= prose:
                number = self.take(number, chosen, self.end_of(line), places)
            else:
                number = self.take_near(number, chosen, self.end_of(line), places, near)
            if places:
                span = self.spanned(self.scanner.line, 2, self.start_of(line), self.end_of(line))
                lines.append((span, places))
        return lines

    cdef Py_ssize_t take(self, Py_ssize_t number, Chosen chosen, Py_ssize_t end, list places) except -1:
        """Collect the places of chosen words in a line; gives the number of the first match behind it."""
        while number < self.count and self.matches[number].start <= end:
            if chosen.flags[self.matches[number].word]:
                places.append(self.offset + self.matches[number].start)
            number += 1
        return number

    cdef Py_ssize_t take_near(
        self, Py_ssize_t number, Chosen chosen, Py_ssize_t end, list places, Py_ssize_t near
    ) except -1:
        """The same for those that have another of the words near."""
        cdef Match *before = NULL
        cdef Match *match
        cdef bint taken = False
        while number < self.count and self.matches[number].start <= end:
            match = &self.matches[number]
            number += 1
            if not chosen.flags[match.word]:
                continue
            if before != NULL and match.start - before.start <= near and match.word != before.word:
                if not taken:
                    places.append(self.offset + before.start)
                places.append(self.offset + match.start)
                taken = True
            else:
                taken = False
            before = match
        return number
