"""The tables, as an append-only list of migrations."""

from __future__ import annotations

from collections.abc import Callable

APPLICATION_ID = 0x6E757467
"""Written into the file's header: the letters "nutg"."""


Migration = Callable[[Callable[[str], None]], None]
"""Given a function that runs SQL, change the tables from one schema to the next."""


def create_tables(write: Callable[[str], None]) -> None:
    """Make the tables of the first release."""
    write(_FIRST_TABLES)


def keep_where_pages_came_from(write: Callable[[str], None]) -> None:
    """Add where in a larger file a page lay, the charset it was sent with, and when it was captured."""
    for column in ("container", "charset", "captured"):
        write(f"ALTER TABLE pages ADD COLUMN {column} TEXT")


def keep_corrections(write: Callable[[str], None]) -> None:
    """Add the corrections of stories by hand: rows that nothing changes or removes."""
    write(_CORRECTIONS)


def keep_copies_apart(write: Callable[[str], None]) -> None:
    """Keep copies article by article and pair by pair, so that a new article touches only its candidates.

    What was kept of them in one piece is made again from the articles.
    """
    write(_COPY_TABLES)
    write("DROP TABLE copies")
    write("DELETE FROM ledger WHERE stage = 'dedupe'")


def keep_stories_apart(write: Callable[[str], None]) -> None:
    """Keep texts, the ties between them and how they are grouped, so that a new one touches only what is near it.

    Stories are made again from the accounts; their ids of before go on leading to them.
    """
    write(_STORY_TABLES)
    write("DELETE FROM clusterings")
    write("DELETE FROM ledger WHERE stage = 'cluster'")


def number_ties(write: Callable[[str], None]) -> None:
    """Keep the texts of stories as rows of numbers, and the ties between them by number. Stories are made again."""
    for table in ("profiles", "story_texts", "story_articles", "clues", "ties", "cores", "core_texts", "untold"):
        write(f"DROP TABLE {table}")
    write("DROP TABLE IF EXISTS text_rows")
    write("DROP TABLE IF EXISTS pictures")
    keep_stories_apart(write)


MIGRATIONS: tuple[Migration, ...] = (
    create_tables,
    keep_where_pages_came_from,
    keep_corrections,
    keep_copies_apart,
    keep_stories_apart,
    number_ties,
)
"""Never change or reorder an entry that was released: add one at the end."""

_FIRST_TABLES = """
CREATE TABLE readings (
  number INTEGER PRIMARY KEY,
  begun TEXT NOT NULL,
  finished TEXT
) STRICT;

CREATE TABLE pages (
  id TEXT PRIMARY KEY,
  address TEXT NOT NULL,
  path TEXT,
  media TEXT NOT NULL,
  digest TEXT NOT NULL,
  retrieved TEXT NOT NULL,
  reading INTEGER NOT NULL,
  size INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;
CREATE INDEX pages_by_place ON pages (address, path, reading);
CREATE INDEX pages_by_path ON pages (path, reading);

CREATE TABLE extractions (
  page TEXT PRIMARY KEY,
  made_by TEXT NOT NULL,
  record BLOB
) STRICT;

CREATE TABLE versions (
  article TEXT NOT NULL,
  version TEXT NOT NULL,
  page TEXT NOT NULL,
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  published TEXT NOT NULL,
  hash TEXT NOT NULL,
  record BLOB NOT NULL,
  PRIMARY KEY (article, version, page)
) STRICT;
CREATE INDEX versions_by_page ON versions (page, place);

CREATE TABLE annotations (
  article TEXT NOT NULL,
  version TEXT NOT NULL,
  inputs TEXT NOT NULL,
  made_by TEXT NOT NULL,
  hash TEXT NOT NULL,
  record BLOB,
  PRIMARY KEY (article, version)
) STRICT;

CREATE TABLE copies (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  inputs TEXT NOT NULL,
  hash TEXT NOT NULL,
  record BLOB NOT NULL
) STRICT;

CREATE TABLE clusterings (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  inputs TEXT NOT NULL
) STRICT;

CREATE TABLE stories (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL,
  record BLOB NOT NULL
) STRICT;

CREATE TABLE members (
  article TEXT NOT NULL,
  story TEXT NOT NULL,
  PRIMARY KEY (article, story)
) STRICT, WITHOUT ROWID;
CREATE INDEX members_by_story ON members (story, article);

CREATE TABLE aliases (
  id TEXT PRIMARY KEY,
  story TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE comparisons (
  story TEXT PRIMARY KEY,
  inputs TEXT NOT NULL,
  hash TEXT NOT NULL,
  record BLOB
) STRICT;

CREATE TABLE briefs (
  story TEXT PRIMARY KEY,
  inputs TEXT NOT NULL,
  hash TEXT NOT NULL,
  record BLOB
) STRICT;

CREATE TABLE ledger (
  stage TEXT NOT NULL,
  document TEXT NOT NULL,
  position INTEGER NOT NULL,
  what TEXT NOT NULL,
  outcome TEXT NOT NULL,
  reason TEXT NOT NULL,
  digest TEXT,
  made_by TEXT NOT NULL,
  reading INTEGER NOT NULL,
  PRIMARY KEY (stage, document, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_by_what ON ledger (stage, what);
CREATE INDEX ledger_not_whole ON ledger (stage, what) WHERE outcome <> 'stored';
"""

_CORRECTIONS = """
CREATE TABLE corrections (
  number INTEGER PRIMARY KEY,
  record BLOB NOT NULL
) STRICT;
CREATE TRIGGER corrections_never_change BEFORE UPDATE ON corrections
BEGIN SELECT RAISE(ABORT, 'a correction is never changed: undo it'); END;
CREATE TRIGGER corrections_never_go BEFORE DELETE ON corrections
BEGIN SELECT RAISE(ABORT, 'a correction is never removed: undo it'); END;
"""

_COPY_TABLES = """
CREATE TABLE sketches (
  rank INTEGER PRIMARY KEY,
  article TEXT NOT NULL UNIQUE,
  version TEXT NOT NULL,
  page TEXT NOT NULL,
  inputs TEXT NOT NULL,
  made_by TEXT NOT NULL,
  text TEXT NOT NULL,
  keys BLOB NOT NULL,
  facts BLOB,
  carried BLOB
) STRICT;
CREATE INDEX sketches_by_text ON sketches (text, article);

CREATE TABLE fingerprints (
  key INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  PRIMARY KEY (key, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE pairs (
  first TEXT NOT NULL,
  second TEXT NOT NULL,
  copies INTEGER NOT NULL,
  mark INTEGER NOT NULL,
  record BLOB NOT NULL,
  PRIMARY KEY (first, second)
) STRICT;
CREATE INDEX pairs_by_second ON pairs (second, first);

CREATE TABLE texts (
  text TEXT PRIMARY KEY,
  original TEXT,
  origin TEXT,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

_STORY_TABLES = """
CREATE TABLE profiles (
  article TEXT PRIMARY KEY,
  inputs TEXT NOT NULL,
  record BLOB
) STRICT;

CREATE TABLE story_texts (
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  short INTEGER NOT NULL,
  record BLOB NOT NULL
) STRICT;

CREATE TABLE text_rows (
  number INTEGER PRIMARY KEY,
  row BLOB NOT NULL
) STRICT;

CREATE TABLE story_articles (
  article TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  carries TEXT,
  inputs TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX story_articles_by_text ON story_articles (text, article);

CREATE TABLE clues (
  clue TEXT NOT NULL,
  day INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (clue, day, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE ties (
  one INTEGER NOT NULL,
  other INTEGER NOT NULL,
  whole INTEGER NOT NULL,
  timeless INTEGER NOT NULL,
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE cores (
  key TEXT PRIMARY KEY,
  joins TEXT NOT NULL,
  record BLOB NOT NULL
) STRICT;
CREATE INDEX cores_by_joins ON cores (joins) WHERE joins <> '';

CREATE TABLE core_texts (
  number INTEGER PRIMARY KEY,
  core TEXT NOT NULL,
  size INTEGER NOT NULL
) STRICT;
CREATE INDEX core_texts_by_core ON core_texts (core);

CREATE TABLE pictures (
  core TEXT PRIMARY KEY,
  record BLOB NOT NULL
) STRICT;

CREATE TABLE untold (
  article TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
"""
