"""A guard against PySide6 6.12 on Python 3.11, which releases references of None, True and False that it never took.

Its wheels are built as if these objects were immortal, as they are since Python 3.12 (PEP 683). On 3.11 each virtual
method that returns None and each signal that carries True costs one reference, and after some seconds of work the
interpreter ends with "deallocating None". PySide6 6.11 does not do it, but has QtPdf only in a package of 670 MB.
"""

import ctypes
import sys

PLENTY = 1 << 40 if sys.maxsize > 1 << 32 else 1 << 28
"""Added references: at a million a second they last for twelve days on 64 bits."""


def keep() -> None:
    """Give the singletons of the interpreter more references than can ever be released."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for one in (None, True, False, NotImplemented, ...):
        ctypes.c_ssize_t.from_address(id(one)).value += PLENTY
