# Forms as a trie over code points; included by scan.pyx.

cdef class Trie:
    """Many forms, each with its word, in tables as `speechclean.spelling` makes them; branches grow when they are met."""

    cdef uint64_t *ahead[PAGES]
    cdef uint8_t *marks[PAGES]
    cdef uint32_t *roots[PAGES]
    cdef uint64_t pairs[(1 << BITS) >> 6]
    cdef Pair *seconds  # the nodes of second characters, by both; at most half of it is filled
    cdef Py_ssize_t second_count, second_room
    cdef Node *nodes
    cdef Py_ssize_t node_count, node_room
    cdef Ending *endings
    cdef Py_ssize_t ending_count, ending_room
    cdef tuple tables
    cdef list sources, wants
    cdef uint32_t separator, of
    cdef Py_ssize_t over  # so many characters of a form stand before the end of a line that it goes over, and that end

    def __cinit__(self, tuple tables, kinds, str separator, str of, str strange="", masks=None):
        cdef Py_ssize_t number
        cdef Py_UCS4 letter
        for number in range(PAGES):
            self.ahead[number] = NOT_MET
            self.marks[number] = NO_MARKS
            self.roots[number] = NO_ROOTS
        self.tables = tables
        self.separator, self.of = ord(separator), ord(of)
        self.sources, self.wants = [], []
        self.widen(1 << 10)
        self.new_node(0)     # number 0 stands for none, of nodes
        self.new_ending(NOTHING, 0, 0)  # and of endings
        for letter in strange:
            self.marks_of(letter)[<uint32_t>letter & 255] = STRANGE

    def __dealloc__(self):
        cdef Py_ssize_t number
        for number in range(PAGES):
            if self.ahead[number] != NOT_MET:
                PyMem_Free(self.ahead[number])
            if self.marks[number] != NO_MARKS:
                PyMem_Free(self.marks[number])
            if self.roots[number] != NO_ROOTS:
                PyMem_Free(self.roots[number])
        PyMem_Free(self.seconds)
        PyMem_Free(self.nodes)
        PyMem_Free(self.endings)

    cdef inline uint32_t root(self, uint32_t letter) noexcept:
        return self.roots[letter >> 8][letter & 255]

    cdef int learn(self, int kind, void *text, Py_ssize_t place, Py_ssize_t length) except -1:
        """Learn all characters of a text, from a place on, that were not met yet."""
        cdef uint32_t letter
        cdef list letters = []
        cdef str joined
        cdef Py_UCS4 character
        try:
            for place in range(place, length):
                letter = PyUnicode_READ(kind, text, place)
                if self.marks[letter >> 8][letter & 255] == 0:
                    self.marks_of(letter)[letter & 255] = KNOWN
                    letters.append(chr(letter))
            joined = "".join(letters)
            for character in joined:
                self.grow(character)
        except BaseException:
            joined = "".join(letters)
            for character in joined:
                self.marks[<uint32_t>character >> 8][<uint32_t>character & 255] = 0
                self.ahead[<uint32_t>character >> 8][<uint32_t>character & 255] = NOT_MET[0]
            raise
        return 0

    cdef uint8_t *marks_of(self, uint32_t letter) except NULL:
        """The page of marks for a character."""
        if self.marks[letter >> 8] == NO_MARKS:
            self.marks[letter >> 8] = <uint8_t *>PyMem_Calloc(256, sizeof(uint8_t))
            if self.marks[letter >> 8] == NULL:
                self.marks[letter >> 8] = NO_MARKS
                raise MemoryError
        return self.marks[letter >> 8]

    cdef uint64_t *ahead_of(self, uint32_t letter) except NULL:
        """The page of what goes on behind a character."""
        cdef uint64_t *page = self.ahead[letter >> 8]
        if page == NOT_MET:
            page = <uint64_t *>PyMem_Malloc(sizeof(NOT_MET))
            if page == NULL:
                raise MemoryError
            memcpy(page, NOT_MET, sizeof(NOT_MET))
            self.ahead[letter >> 8] = page
        return page

    cdef uint32_t *roots_of(self, uint32_t letter) except NULL:
        """The page of roots for a character."""
        if self.roots[letter >> 8] == NO_ROOTS:
            self.roots[letter >> 8] = <uint32_t *>PyMem_Calloc(256, sizeof(uint32_t))
            if self.roots[letter >> 8] == NULL:
                self.roots[letter >> 8] = NO_ROOTS
                raise MemoryError
        return self.roots[letter >> 8]

    cdef int grow(self, uint32_t letter) except -1:
        """Learn the forms that begin with a character."""
        cdef uint32_t root = NOTHING
        cdef uint8_t mark = KNOWN
        cdef str key = chr(letter)
        for known, wanted in self.tables:
            joined = known.get(key)
            if joined is not None:
                if root == NOTHING:
                    root = self.new_node(letter)
                self.sources.append(joined)
                self.wants.append(wanted)
                self.read(joined, root)
        if root != NOTHING and self.nodes[root].ending:
            mark |= ALONE
        if letter < 0x80 or parts_wide(letter):
            mark |= TELLING
        if root != NOTHING:
            self.roots_of(letter)[letter & 255] = root
        self.marks_of(letter)[letter & 255] = mark
        self.ahead_of(letter)[letter & 255] = FIRST_GROUP + group(letter, GROUPS) | (
            self.groups_behind(root) if mark == KNOWN else ~<uint64_t>OWN
        )
        return 0

    cdef uint64_t groups_behind(self, uint32_t root) noexcept:
        """The bits for the characters behind a first one."""
        cdef uint32_t node = self.nodes[root].child
        cdef uint64_t bits = <uint64_t>1 << OWN if node else 0
        while node:
            bits |= <uint64_t>1 << FIRST_GROUP + group(self.nodes[node].letter, GROUPS)
            node = self.nodes[node].sibling
        return bits

    cdef int read(self, str joined, uint32_t root) except -1:
        """Put the forms of one table under the node of their first character."""
        cdef int kind = PyUnicode_KIND(joined)
        cdef void *data = PyUnicode_DATA(joined)
        cdef Py_ssize_t place = 0, began = 0, length = len(joined)
        cdef uint32_t node = root, letter, bit
        cdef Pair *two = NULL
        cdef bint in_form = True
        while place <= length:
            letter = self.separator if place == length else PyUnicode_READ(kind, data, place)
            if in_form and (letter == self.separator or letter == self.of):
                self.new_ending(node, place - began, began)
                if place == began + 2:
                    two.ahead = ALL_AHEAD
                in_form = False
            elif in_form and place > began + 1:
                if place == began + 2:
                    two.ahead |= <uint32_t>1 << group(letter, GROUPS_AHEAD)
                node = self.child(node, letter)
            elif in_form and place > began:
                bit = pair(self.nodes[root].letter, letter)
                self.pairs[bit >> 6] |= <uint64_t>1 << (bit & 63)
                node = self.child(node, letter)
                two = self.keep(Pair(self.nodes[root].letter, letter, node, 0))
            if in_form and letter == 0x0A:
                self.over = max(self.over, place - began + 1)
            if letter == self.separator:
                node, began, in_form = root, place + 1, True
            place += 1
        return 0

    cdef inline Pair *second(self, uint32_t first, uint32_t second) noexcept:
        """Where the node of a second character behind a first is kept, or would be if a form began with both."""
        cdef Py_ssize_t mask = self.second_room - 1, place = slot(first, second) & mask
        while self.seconds[place].node:
            if self.seconds[place].first == first and self.seconds[place].second == second:
                break
            place = (place + 1) & mask
        return &self.seconds[place]

    cdef Pair *keep(self, Pair made) except NULL:
        """Find a node by both its characters from now on."""
        cdef Pair *place = self.second(made.first, made.second)
        if place.node:
            return place
        if 2 * self.second_count >= self.second_room:
            self.widen(2 * self.second_room)
            place = self.second(made.first, made.second)
        place[0] = made
        self.second_count += 1
        return place

    cdef int widen(self, Py_ssize_t room) except -1:
        """Make room for the nodes of second characters."""
        cdef Pair *before = self.seconds
        cdef Py_ssize_t number, size = self.second_room
        self.seconds = <Pair *>PyMem_Calloc(room, sizeof(Pair))
        if self.seconds == NULL:
            self.seconds = before
            raise MemoryError
        self.second_room, self.second_count = room, 0
        for number in range(size):
            if before[number].node:
                self.keep(before[number])
        PyMem_Free(before)
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
        if number >= MOST_NODES:
            raise OverflowError("too many forms")
        self.nodes = <Node *>grown(self.nodes, &self.node_room, number, sizeof(Node))
        self.nodes[number] = Node(letter, 0, 0, 0)
        self.node_count += 1
        return number

    cdef int new_ending(self, uint32_t node, Py_ssize_t length, Py_ssize_t entry) except -1:
        cdef Py_ssize_t number = self.ending_count
        if number >= MOST_NODES or entry >= MOST_NODES:
            raise OverflowError("too many forms")
        self.endings = <Ending *>grown(self.endings, &self.ending_room, number, sizeof(Ending))
        self.endings[number] = Ending(length, entry, len(self.sources) - 1 if self.sources else 0, self.nodes[node].ending, 0, 0)
        if number:
            self.nodes[node].ending = number
        self.ending_count += 1
        return 0
