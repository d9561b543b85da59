# What is found after a few edits: only the lines that they touch are read again; included by scan.pyx.

cdef enum:
    SMALL = 400  # so many characters are read again rather than the whole text, however short it is

cdef struct Lines:
    # Old lines that edits touched, and how far the text before them and behind them is moved.
    Py_ssize_t first, last, before, behind

cdef struct Taken:
    # How many of the old matches, breaks and accounts are taken over or gone, how far was read, and how much still may be.
    Py_ssize_t matches, breaks, accounts, end, left


cdef Found reread(Found old, str text, edits):
    """What is found in the text that these edits made of the one that was read; None where it is to be read whole.

    Its traits are those that hold in the touched lines or held before, and some that may hold.
    """
    cdef Found found = Found.__new__(Found)
    cdef Lines lines = Lines(-1, -1, 0, 0)
    cdef Taken taken = Taken(0, 0, 0, 0, max(SMALL, len(text) // 2))
    cdef Py_ssize_t start, first, shift = 0
    cdef str before, after
    if old.offset:
        return None
    found.open(old.scanner, text, 0)
    found.state = old.state
    found.state.seen &= ~OTHER_SCRIPT
    for start, before, after, _ in edits:
        if not 0 <= start <= old.size:
            raise ValueError("edits that did not make this text, or in no order")
        first = old.line_of(start, max(lines.last, 0))
        if first > lines.last:
            reread_lines(found, old, text, &lines, &taken)
            lines.first, lines.before = first, shift
        shift += len(after) - len(before)
        lines.last, lines.behind = old.line_of(start + len(before), first), shift
    reread_lines(found, old, text, &lines, &taken)
    if taken.left < 0 or found.state.seen & OTHER_SCRIPT:
        return None
    take_over(found, old, &taken, old.size + 1, 0, old.break_count, shift)
    return found


cdef int reread_lines(Found found, Found old, str text, Lines *lines, Taken *taken) except -1:
    """Take over what was found before the touched lines, read these, and pass over what was found in them."""
    cdef Py_ssize_t start, end, over
    if lines.first < 0 or taken.left < 0:
        return 0
    start, end = old.start_of(lines.first) + lines.before, old.end_of(lines.last) + 1
    if not taken.end <= start <= len(text):
        raise ValueError("edits that did not make this text, or in no order")
    over = min(old.scanner.over, start - taken.end)
    take_over(found, old, taken, start - lines.before, over, lines.first, lines.before)
    while taken.matches < old.count and old.matches[taken.matches].start < end:
        taken.matches += 1
    while taken.accounts < old.account_count and old.accounts[taken.accounts].start < end:
        taken.accounts += 1
    taken.breaks = lines.last + 1
    taken.end = min(end + lines.behind, <Py_ssize_t>len(text))
    taken.left -= taken.end - start
    if taken.left >= 0:
        found.state.blank_line = ends_blank(text, start - 1)
        old.scanner.visit(text, start - over, start, taken.end, found)
        if found.state.blank_line:  # and perhaps the line behind it, too
            found.state.seen |= SURPLUS_LINE
    return 0


cdef int take_over(
    Found found, Found old, Taken *taken, Py_ssize_t end, Py_ssize_t over, Py_ssize_t line, Py_ssize_t shift
) except -1:
    """Take over the accounts before a place, the matches so far before it, and the breaks before a line."""
    cdef Match *match
    cdef Span *account
    while taken.accounts < old.account_count and old.accounts[taken.accounts].start < end:
        account = &old.accounts[taken.accounts]
        found.add_account(account.start + shift, account.end + shift)
        taken.accounts += 1
    while taken.matches < old.count and old.matches[taken.matches].start < end - over:
        match = &old.matches[taken.matches]
        found.add(match.start + shift, match.length, match.word, found.count)
        found.tell(match.word, 0)
        taken.matches += 1
    while taken.breaks < line:
        found.add_break(old.breaks[taken.breaks] + shift)
        taken.breaks += 1
    return 0


cdef bint ends_blank(str text, Py_ssize_t end):
    """Whether the line that ends there is blank; there is none before the text."""
    cdef Py_ssize_t place = end - 1
    while place >= 0 and is_blank(PyUnicode_READ_CHAR(text, place)):
        place -= 1
    return end >= 0 and (place < 0 or PyUnicode_READ_CHAR(text, place) == 0x0A)
