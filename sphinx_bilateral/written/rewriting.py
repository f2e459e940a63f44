"""Files that people write, changed by the program: as a whole or not at all, and nobody's change lost.

Whoever is killed in between leaves the old file. Two who write at once wait for one another, and each changes what the
other left.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":  # there the bytes that were read are only compared before they are replaced
    import fcntl

_NEW = 0o666
_TRIES = 5


class ChangedMeanwhileError(OSError):
    """Somebody else kept writing the file."""


def rewrite(path: Path, edit: Callable[[str], str]) -> bool:
    """Replace the text of the file at *path* by what *edit* makes of it; return whether that is another text.

    A file that is missing has the text ``""``, and one that would become empty is removed. Newlines are left as they
    are, and so is the mode of the file; of a link, the file that it leads to is written.

    :raises OSError: where the file cannot be read or written.
    :raises UnicodeDecodeError: where it is not UTF-8.
    """
    path = path.resolve()
    with _locked(path.parent):
        for _ in range(_TRIES):
            before = _bytes(path)
            after = edit(before.decode("utf-8")).encode("utf-8")
            if after == before:
                return False
            if _replaced(path, before, after):
                return True
    raise ChangedMeanwhileError(None, "somebody else is writing it; try again")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def _replaced(path: Path, before: bytes, after: bytes) -> bool:
    """Put *after* in the place of *before*; return ``False`` where something else stands there by now."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        partial.chmod(path.stat().st_mode & 0o7777 if path.exists() else _NEW & ~_umask())
        if _bytes(path) != before:
            return False
        if after:
            partial.replace(path)
        else:
            path.unlink(missing_ok=True)
    finally:
        partial.unlink(missing_ok=True)
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def _locked(folder: Path) -> Generator[None, None, None]:
    """Keep others from writing in *folder*, as far as the system can; the lock ends with the process that holds it."""
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems have no locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
        with suppress(OSError):
            os.fsync(handle)  # else a power cut may undo the replacement
    finally:
        os.close(handle)
