"""The error tree: every error a person can meet, and what to do about it.

NutgrafError                    the root; its message is written for the reader and says what to do next
├── UsageError                  the command's words are off (exit 2)
│   └── AmbiguousId             a shortened id fits several records
├── NotFound                    no record has this id (exit 3)
├── StoreError                  the database cannot be used (exit 4)
│   ├── StoreBusy               another nutgraf is writing
│   └── StoreRefused            not ours, damaged, or of a newer version
├── DocumentRefused             one document cannot be read; it is set aside and the rest goes on
└── MissingExtra                an optional package is needed; the message names it (exit 5)
"""

from __future__ import annotations


class NutgrafError(Exception):
    """Root of every error that nutgraf raises on purpose."""

    exit_code = 1


class UsageError(NutgrafError):
    """The command's words are off."""

    exit_code = 2


class AmbiguousId(UsageError):
    """A shortened id fits several records; the message lists them."""


class NotFound(NutgrafError):
    """No record has this id."""

    exit_code = 3


class StoreError(NutgrafError):
    """The database cannot be used."""

    exit_code = 4


class StoreBusy(StoreError):
    """Another nutgraf is writing to this database."""


class StoreRefused(StoreError):
    """The file is not a nutgraf database, is damaged, or was made by a newer nutgraf."""


class DocumentRefused(NutgrafError):
    """One document cannot be read; it is set aside with this message as the reason."""


class MissingExtra(NutgrafError):
    """An optional package is needed; the message says what to install."""

    exit_code = 5
