# Where a foreign span begins and ends, as speechclean.judgement.ends tells.

cdef class Ends(Seams):
    """The best ends of a span."""

    cdef int refine(self, Window *window, Span *span) except -1:
        """Put the best ends in the place of those that the path found."""
        self.find_starts(window, span)
        self.find_ends(window, span)
        self.choose(window, span)
        without_whole_sentences(window.tokens, span)
        self.keep_to_brackets(window.tokens, span)
        self.leave_aside(window.tokens, span)
        self.end_with_frame(window, span)
        return 0

    cdef void find_starts(self, Window *window, Span *path) noexcept:
        """The path's start and its neighbours, the starts of words of a class, of clauses, and of the sentence."""
        cdef Token *tokens = window.tokens
        cdef Py_ssize_t number = path.first, place, floor = max(0, path.first - self.limits.front)
        cdef Token *token
        cdef Start *start
        memset(window.tried, 0, window.size + 1)
        for place in range(max(0, path.first - self.limits.core), min(path.first + self.limits.core, path.last - 1) + 1):
            window.tried[place] = 1
        for place in range(path.first + 1, min(path.last, path.first + self.limits.front)):
            if (tokens[place].letters and not tokens[place - 1].letters) or (
                tokens[place].marks & CORE and not tokens[place - 1].marks & CORE
            ):
                window.tried[place] = 1
        while number > floor and not tokens[number - 1].marks & STOP:
            number -= 1
            if number == 0 or tokens[number - 1].marks & CLAUSE_START:
                window.tried[number] = 1
        window.start_count = 0
        for place in range(floor, window.size):
            if window.tried[place]:
                start = &window.starts[window.start_count]
                window.start_count += 1
                token = &tokens[place - 1]
                start.first = place
                start.opens = window.edges[place].begins - window.sums[place]
                if tokens[place].marks & CLOSER:
                    start.opens -= self.limits.hangs
                start.at_a_boundary = place == 0 or token.marks & CLOSED != 0
                start.marks = token.marks
                start.before = token.code if token.shape_letter == c"h" else 0

    cdef int find_ends(self, Window *window, Span *path) except -1:
        """The path's end and its neighbours, what follows it in the sentence, and the ends behind identifiers."""
        cdef Token *tokens = window.tokens
        cdef Py_ssize_t first = path.first, last = path.last, size = window.size, place, core = last, furthest, number
        for place in range(last - 1, first - 1, -1):
            if tokens[place].marks & CORE:
                core = place + 1
                break
        core = self.with_name(window, core)
        furthest = min(size, core + self.limits.tail)
        memset(window.tried, 0, size + 1)
        for place in range(max(first + 1, last - self.limits.core), min(last, furthest) + 1):
            window.tried[place] = 1
        for place in range(max(first, last - self.limits.front), min(last, furthest)):
            if tokens[place].marks & (STOP | CORE):
                window.tried[place + 1] = 1
        number = min(last, furthest)
        window.tried[number] = 1
        while number < min(furthest, last + self.limits.reach) and (number == last or not tokens[number - 1].marks & STOP):
            number += 1
            window.tried[number] = 1
        if core < size and tokens[core].shape_letter == c"p" and last <= core + self.limits.closed_tail:
            if tokens[last - 1].marks & CLOSED:
                window.tried[last] = 1
        window.end_count = 0
        for place in range(first + 1, size + 1):
            if window.tried[place]:
                self.look_behind(window, place, &window.ends[window.end_count])
                window.end_count += 1
        return 0

    cdef Py_ssize_t with_name(self, Window *window, Py_ssize_t core) noexcept:
        """The end of the name in quotes or brackets that begins where the core ends, or soon after it."""
        cdef Token *tokens = window.tokens
        cdef Py_ssize_t opening, place
        cdef uint32_t closing
        for opening in range(core, min(core + 5, window.size)):
            if tokens[opening].marks & NAMED_IN:
                closing = self.partner(tokens[opening].code)
                for place in range(opening, min(opening + self.limits.name, window.size)):
                    if tokens[place].code == closing:
                        return place + 1
                return core
            if tokens[opening].marks & STOP:
                break
        return core

    cdef int choose(self, Window *window, Span *span) except -1:
        """Take the best pair when broken brackets are counted, too; then the start and the end nearest the ad that are nearly as good."""
        cdef Start *start = NULL
        cdef Behind *end = NULL
        cdef Py_ssize_t number, place
        cdef int best = LEAST, gain
        for number in range(window.start_count):
            for place in range(window.end_count):
                if window.starts[number].first < window.ends[place].last:
                    gain = self.gain(&window.starts[number], &window.ends[place])
                    if gain >= best:
                        best, start, span.last = gain, &window.starts[number], window.ends[place].last
        if start == NULL:
            return 0
        span.first = start.first
        if self.broken(window, span.first, span.last):
            best = self.choose_unbroken(window, span)
        for place in range(window.end_count):
            if window.ends[place].last == span.last:
                end = &window.ends[place]
        for number in range(window.start_count - 1, -1, -1):
            start = &window.starts[number]
            if start.first <= span.first:
                break
            if start.first < span.last and not holds(window.tokens, span.first, start.first, ANY_CLASS, CORE):
                gain = self.gain(start, end) - self.broken(window, start.first, span.last)
                if gain >= best - self.limits.start_doubt:
                    span.first, best = start.first, gain
                    break
        best -= self.limits.doubt
        for place in range(window.end_count):
            if window.ends[place].last >= span.last:
                break
            if span.first < window.ends[place].last and not holds(window.tokens, window.ends[place].last, span.last, 0, CORE):
                gain = self.gain(start, &window.ends[place])
                if gain >= best and gain - self.broken(window, span.first, window.ends[place].last) >= best:
                    span.last = window.ends[place].last
                    break
        return 0

    cdef int choose_unbroken(self, Window *window, Span *span) except? -1:
        """Take the best pair when broken brackets are counted; of equals one that has some, then the last."""
        cdef Start *start
        cdef Behind *behind
        cdef Py_ssize_t number, place
        cdef int best = LEAST, gain, broken
        cdef bint breaks = False
        for number in range(window.start_count):
            start = &window.starts[number]
            for place in range(window.end_count):
                behind = &window.ends[place]
                if start.first >= behind.last:
                    continue
                gain = self.gain(start, behind)
                if gain < best:
                    continue
                broken = self.broken(window, start.first, behind.last)
                if gain - broken > best or (gain - broken == best and (broken > 0) >= breaks):
                    best, breaks = gain - broken, broken > 0
                    span.first, span.last = start.first, behind.last
        return best

    cdef void keep_to_brackets(self, Token *tokens, Span *span) noexcept:
        """Keep to the brackets that alone hold what belongs to an ad, without what stands before and behind them."""
        cdef Py_ssize_t first = span.last, last = span.first, place, opening, closing
        cdef uint32_t partner
        for place in range(span.first, span.last):
            if tokens[place].marks & IDENTIFYING or tokens[place].letters & MATTER:
                first, last = min(first, place), place
        opening = first - 1 if first < span.last else span.first
        while opening > span.first and not tokens[opening].marks & BRACKET:
            opening -= 1
        if opening <= span.first:
            return
        partner = self.partner(tokens[opening].code)
        closing = last + 1
        while closing < span.last and tokens[closing].code != partner:
            closing += 1
        if closing < span.last and not holds(tokens, opening, closing, 0, STOP):
            span.first, span.last = opening, closing + 1

    cdef void leave_aside(self, Token *tokens, Span *span) noexcept:
        """Begin behind a bracket that is closed before the ad begins, and holds nothing of it: (50字), [2-4]."""
        cdef uint32_t partner = self.partner(tokens[span.first].code)
        cdef Py_ssize_t closing = span.first + 1, end = min(span.first + self.limits.name, span.last - 1)
        while closing < end and tokens[closing].code != partner:
            closing += 1
        if partner == 0 or closing >= end or holds(tokens, span.first, closing, MATTER & ~bit_of(c"A"), 0):
            return
        span.first = closing + 1
        while span.first < span.last - 1 and tokens[span.first].marks & CLOSER:
            span.first += 1

    cdef int end_with_frame(self, Window *window, Span *span) except -1:
        """End a span that opens with a bracket or a sign where that is closed, if it holds the ad."""
        cdef Token *tokens = window.tokens
        cdef Token *opening = &tokens[span.first]
        cdef uint32_t partner, mirrored
        cdef Py_ssize_t place, end = 0
        cdef bint itself
        if not apart(opening.shape_letter) or opening.marks & QUOTING:
            return 0
        partner, mirrored = self.partner(opening.code), self.mirrored.get(opening.code, 0)
        itself = mirrored == 0 or (partner == 0 and opening.shape_letter == c"p")
        for place in range(span.first + 3, min(window.size, span.last + 3)):
            if tokens[place].code and (tokens[place].code == mirrored or tokens[place].code == partner):
                end = place + 1
            elif itself and is_same(&tokens[place], opening):
                end = place + 1
        if end == 0:
            return 0
        for place in range(end, span.last):
            if tokens[place].letters or tokens[place].marks & ACCOUNT:
                return 0
        if holds(tokens, span.first + 1, end - 1, 0, CORE):
            span.last = end
        return 0


cdef void without_whole_sentences(Token *tokens, Span *span) noexcept:
    """Leave the sentences at its ends in which nothing carries an ad: they are the author's."""
    cdef Py_ssize_t place, began = span.first, end = span.last
    for place in range(began, end - 1):
        if tokens[place].marks & FULL_STOPS:
            if holds(tokens, span.first, place + 1, 0, CORE):
                break
            span.first = place + 1
    for place in range(end - 2, began - 1, -1):
        if tokens[place].marks & FULL_STOPS:
            if place + 1 <= span.first or holds(tokens, place + 1, span.last, 0, CORE):
                break
            span.last = place + 1
