"""Measure the whole road: articles a second, peak memory, each stage's share: `python -m benchmarks.road [COPIES]`."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path

from nutgraf.pipeline import read_pages
from nutgraf.stages import Stages, default_stages
from nutgraf.store.archive import open_archive

ROOT = Path(__file__).resolve().parents[1]
SOURCES = (ROOT.parent / "shared" / "seeds", ROOT / "sample" / "pages")
COPIES = (1, 10, 20)
STAGES = tuple(field.name for field in fields(Stages) if field.name != "made_by")


@dataclass(frozen=True)
class Measured:
    """One reading: how much it read, how long it took, what it held at its peak, and where the time went."""

    pages: int
    articles: int
    stories: int
    seconds: float
    parent_mb: float
    child_mb: float
    stages: dict[str, float]


def write_copies(folder: Path, copies: int) -> int:
    """Write every page so many times under changed names, each a little different, and return how many pages there are.

    The first copy is the page itself; each further one ends with a paragraph of its own.
    """
    pages = [page for source in SOURCES if source.is_dir() for page in sorted(source.iterdir())]
    for page in pages:
        content = page.read_bytes()
        for number in range(copies):
            line = f"Edition {number} of this page was kept for the measurement, and nothing else in it was changed."
            changed = _with_paragraph(content, line.encode(), page.suffix) if number else content
            (folder / f"{page.stem}_{number:03}{page.suffix}").write_bytes(changed)
    return len(pages) * copies


def _with_paragraph(content: bytes, line: bytes, suffix: str) -> bytes:
    end = content.rfind(b"</p>") + len(b"</p>")
    if suffix != ".html" or end < len(b"</p>"):
        return content + b"\n\n" + line + b"\n"
    return content[:end] + b"<p>" + line + b"</p>" + content[end:]


def measure(folder: Path, database: Path) -> Measured:
    """Read a folder in this process; the peaks are those of this process and of its largest child."""
    spent: dict[str, float] = defaultdict(float)
    stages = default_stages()
    timed = replace(stages, **{name: _timed(name, getattr(stages, name), spent) for name in STAGES})
    begun = time.perf_counter()
    with open_archive(database, write=True) as archive:
        report = read_pages([str(folder)], archive, lambda: datetime.now(UTC), timed)
        seconds = time.perf_counter() - begun
        articles = sum(1 for _ in archive.articles.iterate())
    spent["store and the rest"] = seconds - sum(spent.values())
    own, children = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    unit = 1_048_576 if sys.platform == "darwin" else 1024
    return Measured(report.pages, articles, len(report.stories), seconds, own / unit, children / unit, dict(spent))


def _timed(name: str, stage: Callable[..., object], spent: dict[str, float]) -> Callable[..., object]:
    """Return a stage that adds its time to what was spent; a stage that yields is timed while it is asked."""

    def wrapped(*arguments: object) -> object:
        begun = time.perf_counter()
        made = stage(*arguments)
        spent[name] += time.perf_counter() - begun
        return _asked(name, made, spent) if isinstance(made, Iterator) else made

    return wrapped


def _asked(name: str, made: Iterator[object], spent: dict[str, float]) -> Iterator[object]:
    while True:
        begun = time.perf_counter()
        try:
            item = next(made)
        except StopIteration:
            return
        finally:
            spent[name] += time.perf_counter() - begun
        yield item


def peer(folder: Path) -> tuple[int, float, float]:
    """Return how many HTML pages there are, seconds of trafilatura alone on them, seconds of our stage (one child)."""
    import trafilatura

    from nutgraf.extract.articles import extract_articles
    from nutgraf.extract.limits import Limits
    from nutgraf.ingest.source import ingest_source
    from nutgraf.records.page import Media, Page

    read = ingest_source(str(folder), lambda: "")
    pages = [page for page in read if isinstance(page, Page) and page.media is Media.HTML]
    trafilatura.extract(pages[0].content)  # what is loaded once is in neither time
    begun = time.perf_counter()
    for page in pages:
        trafilatura.extract(page.content)
    theirs = time.perf_counter() - begun
    outcomes = extract_articles([pages[0], *pages], Limits(children=1))
    next(outcomes)
    begun = time.perf_counter()
    for _ in outcomes:
        pass
    return len(pages), theirs, time.perf_counter() - begun


def show(rows: Iterable[tuple[int, Measured]]) -> Iterator[str]:
    """Yield the lines of a Markdown table."""
    names = (*STAGES, "store and the rest")
    yield f"| copies | pages | articles | stories | s | articles/s | MB parent | MB child | {' | '.join(names)} |"
    yield "|" + "--:|" * (8 + len(names))
    for copies, found in rows:
        shares = " | ".join(f"{found.stages.get(name, 0) / found.seconds:.0%}" for name in names)
        yield (
            f"| {copies}x | {found.pages} | {found.articles} | {found.stories} | {found.seconds:.1f} "
            f"| {found.articles / found.seconds:.1f} | {found.parent_mb:.0f} | {found.child_mb:.0f} | {shares} |"
        )


def main(arguments: list[str]) -> None:
    """Measure each size in a process of its own, so that one peak does not hide another."""
    if arguments[:1] == ["--one"]:
        print(json.dumps(asdict(measure(Path(arguments[1]), Path(arguments[2])))))
        return
    rows = []
    print(f"{os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f} at the start", file=sys.stderr)
    for copies in [int(word) for word in arguments] or COPIES:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "pages"
            folder.mkdir()
            print(f"{copies}x: {write_copies(folder, copies)} pages ...", file=sys.stderr)
            command = [sys.executable, "-m", "benchmarks.road", "--one", str(folder), str(Path(place) / "n.db")]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
            rows.append((copies, Measured(**json.loads(done.stdout))))
            if copies == COPIES[1]:
                pages, theirs, ours = peer(folder)
                ratio = f"{pages / theirs:.0f} and {pages / ours:.0f} pages/s, ratio {theirs / ours:.2f}"
                print(f"{pages} HTML pages, one core each, trafilatura alone and our stage: {ratio}")
    print("\n".join(show(rows)))
    print(f"load average {os.getloadavg()[0]:.1f} at the end", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
