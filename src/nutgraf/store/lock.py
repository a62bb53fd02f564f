"""One writer: a lock file beside the database, held by the operating system and gone with the process."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from nutgraf.errors import StoreBusy, StoreError

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """The right to write to one database; the file stays, since removing it would race with the next writer."""

    def __init__(self, database: Path) -> None:
        target = database.with_name(database.name + ".lock")
        try:
            self._descriptor = os.open(target, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StoreError(
                f"Cannot write beside {database}: {error.strerror}. Choose another place with --database or NUTGRAF_DB."
            ) from error
        try:
            _try_lock(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            raise StoreBusy(
                f"Another nutgraf is writing to {database}. Wait until it has finished and run this again; "
                "reading commands work meanwhile."
            ) from error

    def release(self) -> None:
        """Give the right back."""
        os.close(self._descriptor)
