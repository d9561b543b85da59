import cython
from speechclean.judgement.tokens cimport View

@cython.locals(number=Py_ssize_t, shape=Py_UCS4, found=list)
cpdef list accounts(View seen)
