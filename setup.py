"""Compiles what is compiled, or leaves it out where that fails; pyproject.toml says all the rest.

That is every `.pyx` of speechclean.native, and every module that has a `.pxd` of C types beside it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from Cython.Build import cythonize
from setuptools import Extension, setup

ROOT = Path("src")
CORES = os.cpu_count() or 1
WITHOUT_DEBUGGING = ["-O2", "-g0"] if os.name == "posix" else []
STRAIGHT = ["-fno-plt"] if sys.platform == "linux" else []
"""Calls of the interpreter go straight to it, not by a table of jumps in each of the modules: there are thousands for a text."""
AS_IT_RUNS = {"annotation_typing": False, "binding": False}
"""A module means the same compiled: only its `.pxd` gives types, not the annotations of its source.

Its functions are those of the interpreter's own modules, not ones that look like Python's: a call of these takes longer.
"""


def compiled(source: Path) -> Extension:
    """The extension made of one source."""
    name = ".".join(source.relative_to(ROOT).with_suffix("").parts)
    parts = sorted(part.as_posix() for part in source.parent.glob("*.px[di]"))
    return Extension(name, [source.as_posix()], depends=parts, extra_compile_args=WITHOUT_DEBUGGING + STRAIGHT)


def main() -> None:
    """Build on all cores: Python to C in processes, which start with this file, and C in as many compilers."""
    kernels = ROOT.glob("speechclean/native/*.pyx")
    modules = (types.with_suffix(".py") for types in ROOT.glob("speechclean/**/*.pxd"))
    extensions = [compiled(source) for source in sorted((*kernels, *filter(Path.exists, modules)))]
    made = cythonize(extensions, nthreads=CORES, compiler_directives=AS_IT_RUNS, quiet=True)
    for extension in made:
        extension.optional = True
    setup(ext_modules=made, options={"build_ext": {"parallel": CORES}})


if __name__ == "__main__":
    main()
