# One search for the best reading of a shifted run, with a state of its own: Python is called in the middle of it, so that
# another thread, or a call within the call, may search meanwhile.

cdef class Search:
    """The readings that are followed, as speechclean.rules.shift.search follows them."""

    cdef Shift shift
    cdef Path *paths
    cdef Py_ssize_t count, room
    cdef Candidate *candidates
    cdef Py_ssize_t found, most
    cdef uint32_t *texts         # of the paths that are kept, twice: those that are read, and those that are written
    cdef uint32_t *firsts
    cdef int side

    def __cinit__(self, Shift shift not None):
        self.shift = shift
        self.room = self.most = 64
        self.paths = <Path *>PyMem_Malloc(self.room * sizeof(Path))
        self.firsts = <uint32_t *>PyMem_Malloc(self.room * sizeof(uint32_t))
        self.candidates = <Candidate *>PyMem_Malloc(self.most * sizeof(Candidate))
        self.texts = <uint32_t *>PyMem_Malloc(2 * WIDTH * ROOM * sizeof(uint32_t))
        if not (self.paths and self.firsts and self.candidates and self.texts):
            raise MemoryError

    def __dealloc__(self):
        PyMem_Free(self.paths)
        PyMem_Free(self.firsts)
        PyMem_Free(self.candidates)
        PyMem_Free(self.texts)

    cdef object best(self, list paths, str raw, uint32_t last, bint dropping):
        """The best reading of pairs of bytes before a letter, or before none."""
        cdef Py_ssize_t place, size = len(raw)
        cdef uint32_t ahead
        self.begin(paths)
        for place in range(0, size, 2):
            ahead = self.shift.letter_of(pair_at(raw, place + 2)) if place + 2 < size else NONE
            self.found = 0
            self.go_on(pair_at(raw, place), ahead if ahead != NONE else last, dropping)
            self.keep()
        if last != NOTHING:
            for place in range(self.count):
                self.paths[place].weight += self.shift.step(self.last(place), last)
        return self.ranked()

    cdef int begin(self, list paths) except -1:
        """Take in the characters that the readings begin with, the best ones first."""
        cdef double weight
        cdef Py_UCS4 letter
        cdef Py_ssize_t place, number, best
        cdef Path path
        paths = paths[:]  # it stays as long as it is, whatever a number does when it is asked
        if len(paths) > self.room:
            self.paths = <Path *>grown(self.paths, len(paths) * sizeof(Path))
            self.firsts = <uint32_t *>grown(self.firsts, len(paths) * sizeof(uint32_t))
            self.room = len(paths)
        self.count = self.side = 0
        for weight, letter in paths:
            self.firsts[self.count] = letter
            self.paths[self.count] = Path(weight, 1, self.firsts + self.count)
            self.count += 1
        for place in range(min(BRANCHES, self.count)):
            best = place
            for number in range(place + 1, self.count):
                if is_better(self.paths + number, self.paths + best):
                    best = number
            path, self.paths[best] = self.paths[best], self.paths[place]
            self.paths[place] = path
        return 0

    cdef uint32_t last(self, Py_ssize_t number) noexcept:
        return self.paths[number].text[self.paths[number].size - 1]

    cdef int add(self, double weight, Py_ssize_t before, uint32_t one, uint32_t two) except -1:
        if self.found == self.most:
            self.candidates = <Candidate *>grown(self.candidates, 2 * self.most * sizeof(Candidate))
            self.most *= 2
        self.candidates[self.found].weight, self.candidates[self.found].before = weight, before
        self.candidates[self.found].letters[0], self.candidates[self.found].letters[1] = one, two
        self.candidates[self.found].size = self.paths[before].size + (2 if two else 1)
        self.found += 1
        return 0

    cdef int go_on(self, uint32_t pair, uint32_t ahead, bint dropping) except -1:
        """The paths with one more pair of bytes, or with two characters of which the bytes between were dropped."""
        cdef double floor = -1e9, best, fits
        cdef uint32_t direct = self.shift.letter_of(pair)
        cdef Py_ssize_t number
        if not self.count:
            return 0
        if direct != NONE:
            for number in range(self.count):
                self.add(self.paths[number].weight + self.shift.step(self.last(number), direct), number, direct, 0)
            choose(self.paths, self.candidates, 0, self.found)
            best = self.candidates[0].weight
            if self.candidates[0].size == 2:
                self.found = 1
            fits = best - self.paths[0].weight
            if fits > FITS or (ahead != NOTHING and fits + self.shift.step(direct, ahead) > FITS_BETWEEN):
                return 0
            floor = best - MARGIN
        if dropping:
            self.drop(pair, floor)
        return 0

    cdef int drop(self, uint32_t pair, double floor) except -1:
        """Add the readings that lack a pair here."""
        cdef Candidate begun[BRANCHES * BEFORE_DROPPED]
        cdef Py_ssize_t count = 0, number, tried
        cdef double weight, fit
        cdef Py_UCS4 letter
        ones, zones = self.shift.ending_in_zone(chr(pair >> 8))
        for number in range(min(BRANCHES, self.count)):
            for fit, letter in (<list?>ones.likeliest(chr(self.last(number))))[:BEFORE_DROPPED]:
                weight = self.paths[number].weight + fit + DROPPED
                begun[count].weight, begun[count].before, begun[count].size = weight, number, self.paths[number].size + 1
                begun[count].letters[0], begun[count].letters[1] = letter, 0
                count += 1
        for tried in range(min(BEFORE_DROPPED, count)):
            choose(self.paths, begun, tried, count)
            if begun[tried].weight < floor:
                break
            letter = begun[tried].letters[0]
            for fit, letter in self.shift.starting_in_zone(zones[chr(letter)], chr(pair & 255)).likeliest(letter):
                weight = begun[tried].weight + fit
                if weight <= floor:
                    break
                self.add(weight, begun[tried].before, begun[tried].letters[0], letter)
        return 0

    cdef void keep(self) noexcept:
        """Make the best candidates the paths: two for each last letter, none that differs in its first one alone."""
        cdef Path kept[WIDTH]
        cdef Py_ssize_t count = 0, number
        cdef uint32_t *text
        cdef Path *before
        for number in range(self.found):
            choose(self.paths, self.candidates, number, self.found)
            text = self.texts + (self.side * WIDTH + count) * ROOM
            before = self.paths + self.candidates[number].before
            memcpy(text, before.text, before.size * sizeof(uint32_t))
            memcpy(text + before.size, self.candidates[number].letters, 2 * sizeof(uint32_t))
            kept[count] = Path(self.candidates[number].weight, self.candidates[number].size, text)
            if not is_new(kept, count):
                continue
            count += 1
            if count == WIDTH or self.candidates[number].weight < self.candidates[0].weight - MARGIN:
                break
        memcpy(self.paths, kept, count * sizeof(Path))
        self.count, self.side = count, 1 - self.side

    cdef object ranked(self):
        """The best path, with how far the best one that reads otherwise behind the first letter lies below it."""
        cdef Py_ssize_t number, best = 0
        cdef double rival
        if not self.count:
            return None
        for number in range(1, self.count):
            if is_better(self.paths + number, self.paths + best):
                best = number
        rival = self.paths[best].weight - 20.0
        cdef bint none = True
        for number in range(self.count):
            if not is_same(self.paths + number, self.paths + best):
                if none or self.paths[number].weight > rival:
                    rival, none = self.paths[number].weight, False
        text = PyUnicode_FromKindAndData(4, self.paths[best].text, self.paths[best].size)
        return self.paths[best].weight, text, self.paths[best].weight - rival
