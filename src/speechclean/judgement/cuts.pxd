import cython
from speechclean.core.document cimport Document
from speechclean.judgement.verdict cimport Verdict

cpdef str kind(Document document, Verdict verdict, set told)
@cython.locals(ads=list, behind=Py_ssize_t)
cpdef bint holds_ad(Document document, span)
@cython.locals(cuts=dict)
cpdef cut_wordless_ads(Document document)
cdef bint _heads_list(Document document, Verdict verdict)
cdef bint _is_link_of_author(Document document, Verdict verdict)
cdef bint _is_parted(Document document, Verdict verdict)
@cython.locals(text=str, line=str)
cdef list _around_date(Document document, Verdict verdict)
cdef _cut(Document document, Verdict verdict)
