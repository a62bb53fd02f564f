"""Count in how many background articles each stem stands, and write the table that ships with nutgraf.

Run: python training/background.py ARTICLES.JSONL
ARTICLES.JSONL is the unpacked articles-12k set (12,031 articles of 300 sources, 2012 to 2020); no other file is taken.
Kept: stems in at least five articles of at least three sources. Counts only: no text, no word pairs, no titles.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from pathlib import Path

from nutgraf.models.terms import content_stems

TABLE = Path(__file__).parent.parent / "src/nutgraf/models/tables/background.tsv.gz"
EXPECTED = 12031
LEAST_ARTICLES = 5
LEAST_SOURCES = 3
HEADER = (
    "# In how many background articles each stem stands (nutgraf.models.terms.content_stems, English Snowball).\n"
    "# Made by training/background.py over articles-12k (github.com/ramybaly/Article-Bias-Prediction @ced8111a):\n"
    "# stems in at least 5 articles of at least 3 sources; counts only. Columns: stem, articles.\n"
)


def count_articles(lines: list[str]) -> dict[str, int]:
    """Return in how many articles each kept stem stands."""
    counts: dict[str, int] = defaultdict(int)
    sources: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        row = json.loads(line)
        for stem in set(content_stems(f"{row['title']}\n{row['content_original']}")):
            counts[stem] += 1
            if len(sources[stem]) < LEAST_SOURCES:
                sources[stem].add(row["source"])
    return {
        stem: count
        for stem, count in sorted(counts.items())
        if count >= LEAST_ARTICLES and len(sources[stem]) >= LEAST_SOURCES
    }


def write_table(counts: dict[str, int], articles: int, table: Path = TABLE) -> None:
    """Write the table so that the same counts give the same bytes."""
    rows = "".join(f"{stem}\t{count}\n" for stem, count in counts.items())
    content = f"{HEADER}# articles\t{articles}\n{rows}".encode()
    table.parent.mkdir(parents=True, exist_ok=True)
    table.write_bytes(gzip.compress(content, compresslevel=9, mtime=0))


def main() -> None:
    """Read the file named on the command line and write the table."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    if len(lines) != EXPECTED:
        raise SystemExit(f"{sys.argv[1]} has {len(lines)} articles, articles-12k has {EXPECTED}: not counted.")
    counts = count_articles(lines)
    write_table(counts, len(lines))
    print(f"{len(counts)} stems of {len(lines)} articles, {TABLE.stat().st_size} bytes: {TABLE}")


if __name__ == "__main__":
    main()
