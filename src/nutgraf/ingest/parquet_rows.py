"""Parquet tables, by way of pyarrow (the extra `parquet`)."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.ingest.fields import Fields
from nutgraf.ingest.rows import row_step
from nutgraf.ingest.steps import At, Place, Step, Told
from nutgraf.records.page import Outcome

_ROWS = 32
"""Rows that are taken out of a table at once."""
_BUFFER = 1 << 20
MISSING = 'it is a Parquet table; to read it: pip install "nutgraf[parquet]"'


def read_parquet_rows(place: Place, fields: Fields, start: At = (), passing: bool = False) -> Iterator[Step]:
    """Yield a step for every row of a table, from a place on; the place is the number of the last row."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        yield Step((), Told(Outcome.REFUSED, MISSING))
        return
    first, number = (start[0] if start else 0) + passing, 0
    if passing:
        yield Step((first,))
    try:
        table = parquet.ParquetFile(place.path, buffer_size=_BUFFER, pre_buffer=False, memory_map=False)
        for batch in table.iter_batches(batch_size=_ROWS, use_threads=False):
            for row in batch.to_pylist() if number + batch.num_rows > first else [None] * batch.num_rows:
                number += 1
                if number > first:
                    yield row_step((number,), row, ("row", number), place, fields)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        told = f"the Parquet table cannot be read from row {number + 1} on ({str(error)[:120]})"
        yield Step((number,), Told(Outcome.PARTIAL if number else Outcome.REFUSED, told))
