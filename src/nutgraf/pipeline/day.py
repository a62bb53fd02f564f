"""The newsroom's day: what is due, its stage, the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from nutgraf.errors import DocumentRefused, NotFound, NutgrafError, StoreError
from nutgraf.pipeline.stories import StoryDesk
from nutgraf.records.article import Article
from nutgraf.records.brief import Brief
from nutgraf.records.comparison import Comparison
from nutgraf.records.page import Outcome, Page, SetAside
from nutgraf.records.story import Story
from nutgraf.stages import Clock, Stages
from nutgraf.store.archive import Archive
from nutgraf.store.batches import batches, page_batches
from nutgraf.store.due import StoryDue
from nutgraf.store.outcomes import attempt, failed, gather, stored

Progress = Callable[[str, int, int], None]
"""Told (stage, done, total); the total is 0 while it is not known."""

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What one reading did: pages found and how many were new, then how many records each stage made (not kept).

    `stories` are the ids of stories made or changed, `set_aside` all that this reading could not take whole.
    """

    reading: int
    pages: int
    new_pages: int
    extracted: int
    annotated: int
    stories: tuple[str, ...]
    set_aside: tuple[SetAside, ...]


def no_progress(stage: str, done: int, total: int) -> None:
    """Show nothing."""


def read_pages(
    sources: Sequence[str],
    archive: Archive,
    clock: Clock,
    stages: Stages,
    batch_size: int = 64,
    progress: Progress = no_progress,
) -> ReadReport:
    """Read sources into the archive and bring every record up to date.

    Each batch is one commit, and a record is made again only when its inputs or its stage changed; so this may be
    killed at any instant and run again, in any order and with any batch size, with the same records as outcome.
    """
    with _one_day(archive, clock, stages, batch_size, progress) as day:
        day.keep_pages(sources, clock)
        day.renew()
    return day.report()


def renew_records(
    archive: Archive, clock: Clock, stages: Stages, batch_size: int = 64, progress: Progress = no_progress
) -> ReadReport:
    """Bring every record up to date without reading a source: what `read_pages` does after its pages are kept."""
    with _one_day(archive, clock, stages, batch_size, progress) as day:
        day.renew()
    return day.report()


@contextmanager
def _one_day(archive: Archive, clock: Clock, stages: Stages, batch_size: int, progress: Progress) -> Iterator[_Day]:
    with archive.transaction("begin"):
        reading = archive.ledger.begin_reading(clock().isoformat())
    yield _Day(archive, stages, reading, max(1, batch_size), progress)
    with archive.transaction("finish"):
        archive.ledger.finish_reading(reading, clock().isoformat())


@dataclass(slots=True)
class _Day:
    """One reading on its way through the stages."""

    archive: Archive
    stages: Stages
    reading: int
    batch_size: int
    progress: Progress
    pages: int = 0
    new_pages: int = 0
    extracted: int = 0
    annotated: int = 0
    stories: set[str] = field(default_factory=set)
    set_aside: list[SetAside] = field(default_factory=list)

    def report(self) -> ReadReport:
        """Return what this reading did."""
        counts = (self.reading, self.pages, self.new_pages, self.extracted, self.annotated)
        return ReadReport(*counts, tuple(sorted(self.stories)), tuple(self.set_aside))

    def renew(self) -> None:
        """Send what is due through the stages."""
        self.extract_due()
        self.annotate_due()
        if self.dedupe_due() and self.cluster_due():
            self.compare_due()
            self.brief_due()

    def note(self, document: str, entries: tuple[SetAside, ...], made_by: str) -> None:
        """Write what became of a document to the ledger."""
        self.archive.ledger.put(document, entries, made_by, self.reading)
        self.set_aside.extend(entry for entry in entries if entry.outcome is not Outcome.STORED)

    def keep_pages(self, sources: Sequence[str], clock: Clock) -> None:
        """Store the pages of all sources."""
        made_by = self.stages.made_by.ingest
        for batch in page_batches(self._ingest(sources, clock), self.batch_size):
            with self.archive.transaction("ingest"):
                for item in batch:
                    if isinstance(item, SetAside):
                        self.archive.ledger.put_refused(item, made_by, self.reading)
                        self.set_aside.append(item)
                        continue
                    self.pages += 1
                    if self.archive.pages.add(item, self.reading):
                        self.new_pages += 1
                        self.note(item.id, (stored(item.path or item.address, "ingest", item.digest),), made_by)
            self.progress("ingest", self.pages, 0)
        with self.archive.transaction("sources"):
            self.archive.ledger.resolve_refused(self.reading)

    def _ingest(self, sources: Sequence[str], clock: Clock) -> Iterator[Page | SetAside]:
        for source in sources:
            try:
                yield from self.stages.ingest(source, clock)
            except DocumentRefused as error:
                yield SetAside(source, "ingest", Outcome.REFUSED, str(error))
            except NutgrafError:
                raise
            except Exception as error:
                yield failed(source, "ingest", error)

    def extract_due(self) -> None:
        """Take the articles from every page that this version of the stage has not seen."""
        made_by = self.stages.made_by.extract
        due = self.archive.due.pages(made_by)
        for ids in batches(due, self.batch_size):
            outcomes = gather(self.stages.extract, tuple(self.archive.pages.get(each) for each in ids))
            with self.archive.transaction("extract"):
                for page, extraction, entries in outcomes:
                    if extraction is None:
                        self.archive.articles.put_nothing(page, made_by)
                    else:
                        self.archive.articles.put_extraction(extraction, made_by)
                    self.note(page, entries, made_by)
            self.extracted += len(ids)
            self.progress("extract", self.extracted, len(due))
        if due:
            with self.archive.transaction("sweep"):
                self.archive.articles.sweep()

    def annotate_due(self) -> None:
        """Annotate every article version whose record or stage changed."""
        made_by = self.stages.made_by.annotate
        due = self.archive.due.annotations(made_by)
        for keys in batches(due, self.batch_size):
            articles = [self.archive.articles.get(article, version) for article, version, _ in keys]
            made = [attempt("annotate", _name(each), partial(self.stages.annotate, each)) for each in articles]
            with self.archive.transaction("annotate"):
                for key, (annotation, entry) in zip(keys, made, strict=True):
                    self.archive.articles.put_annotation(key, made_by, annotation)
                    self.note(f"{key[0]}:{key[1]}", (entry,), made_by)
            self.annotated += len(keys)
            self.progress("annotate", self.annotated, len(due))

    def dedupe_due(self) -> bool:
        """Find the copies of every article whose record or stage changed; tell whether all copies are up to date.

        Articles that are no longer as they were go first, so that nothing is ever compared with what was before.
        """
        due = self.archive.due.copies(self.stages.made_by.dedupe)
        if due.start_over:
            with self.archive.transaction("dedupe"):
                self.archive.copies.clear()
        if not all(self._dedupe((), gone) for gone in batches(due.stale, self.batch_size)):
            return False
        done = 0
        for keys in batches(due.fresh, self.batch_size):
            if not self._dedupe([self.archive.articles.get(*key) for key in keys], ()):
                return False
            done += len(keys)
            self.progress("dedupe", done, len(due.fresh))
        return True

    def _dedupe(self, articles: Sequence[Article], gone: Sequence[str]) -> bool:
        """Bring the copies up to date with some articles; where the stage breaks, they stay as they were."""
        made_by = self.stages.made_by.dedupe
        try:
            with self.archive.transaction("dedupe"):
                self.stages.dedupe(self.archive.copies.shelf(made_by), articles, gone)
                self.note("all", (stored("all articles together", "dedupe"),), made_by)
        except StoreError:
            raise
        except Exception as error:
            with self.archive.transaction("dedupe"):
                self.note("all", (failed("all articles together", "dedupe", error),), made_by)
            return False
        return True

    def cluster_due(self) -> bool:
        """Group the accounts into stories; tell whether they are up to date."""
        told = partial(self.progress, "cluster")
        return StoryDesk(self.archive, self.stages, self.batch_size, self.note, told).bring_up_to_date()

    def compare_due(self) -> None:
        """Compare the accounts of every story whose members, copies, neighbours or stage changed."""
        made_by, stories = self.stages.made_by.compare, self.archive.stories
        neighbours = stories.neighbours()

        def compare(story: Story) -> Comparison:
            beside = tuple(stories.accounts_of(neighbours.get(story.id, ())))
            copies = self.archive.copies.of(member.article for member in story.members)
            return self.stages.compare(story, stories.accounts(story.id), copies, beside)

        self._tell("compare", self.archive.due.comparisons(made_by), compare, stories.put_comparison, made_by)

    def brief_due(self) -> None:
        """Write the brief of every story whose members, comparison or stage changed."""
        made_by, stories = self.stages.made_by.brief, self.archive.stories

        def brief(story: Story) -> Brief:
            comparison = stories.comparison(story.id)
            if comparison is None:
                raise NotFound(f"The story {story.id} has no comparison.")
            return self.stages.brief(story, stories.accounts(story.id), comparison)

        self._tell("brief", self.archive.due.briefs(made_by), brief, stories.put_brief, made_by)

    def _tell(
        self,
        stage: str,
        due: tuple[StoryDue, ...],
        make: Callable[[Story], Made],
        put: Callable[[str, str, Made | None], None],
        made_by: str,
    ) -> None:
        done = 0
        for batch in batches(due, self.batch_size):
            stories = [self.archive.stories.get(identity) for identity, _ in batch]
            made = [attempt(stage, f"story {story.id}", partial(make, story)) for story in stories]
            with self.archive.transaction(stage):
                for (identity, inputs), (record, entry) in zip(batch, made, strict=True):
                    put(identity, inputs, record)
                    self.note(identity, (entry,), made_by)
                    self.stories.add(identity)
            done += len(batch)
            self.progress(stage, done, len(due))


def _name(article: Article) -> str:
    place = article.address or article.path or article.id
    return f"{place} ({article.title})" if article.title else place
