"""Where exports go: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from nutgraf.errors import UsageError


def write_out(pieces: Iterable[bytes], out: Path | None) -> None:
    """Write to standard output, or to a file that is there whole or not at all."""
    if out is None:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
        return
    draft = out.with_name(out.name + ".part")
    try:
        with draft.open("wb") as file:
            file.writelines(pieces)
        draft.replace(out)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise UsageError(f"Cannot write {out}: {error.strerror}. Choose another file with --out.") from error
