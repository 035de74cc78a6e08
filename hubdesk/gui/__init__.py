"""The window. Qt lives here and nowhere else; words for people are made here and in the command line alone.

Invariant: importing this package loads QtCore and leaves Python's own `import` in place.
"""

import builtins

# PySide6 puts an import of its own in Python's place, which reads the source of every module imported from then on, to
# see whether it wants PySide6's "features", and keeps it all: 20 MB, and a third of the time to the first results.
# Nothing here wants them.
_python_import = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401 - for what it does to `import`

builtins.__import__ = _python_import
