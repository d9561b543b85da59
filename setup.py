"""Compiles every `.pyx` of speechclean.native, or leaves it out where that fails; pyproject.toml says all the rest."""

from __future__ import annotations

import os
from pathlib import Path

from setuptools import Extension, setup

NATIVE = Path("src/speechclean/native")
WITHOUT_DEBUGGING = ["-O2", "-g0"] if os.name == "posix" else []

setup(
    ext_modules=[
        Extension(
            f"speechclean.native.{source.stem}",
            [source.as_posix()],
            extra_compile_args=WITHOUT_DEBUGGING,
            optional=True,
        )
        for source in sorted(NATIVE.glob("*.pyx"))
    ]
)
