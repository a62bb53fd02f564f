"""The stages of this release as plain callables, bound to a person's settings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from nutgraf.annotate import article as annotate
from nutgraf.brief import story as brief
from nutgraf.cluster import articles as cluster
from nutgraf.cluster.profiles import profile_accounts
from nutgraf.cluster.shelf import Shelf as StoryShelf
from nutgraf.compare import story as compare
from nutgraf.dedupe import articles as dedupe
from nutgraf.dedupe.shelf import Shelf
from nutgraf.dedupe.update import update_copies
from nutgraf.extract import articles as extract
from nutgraf.ingest import source as ingest
from nutgraf.ingest.fields import USUAL, Fields
from nutgraf.models.registry import Outlet, outlets_mark
from nutgraf.records.annotation import Account, Annotation
from nutgraf.records.article import Article, Extraction
from nutgraf.records.brief import Brief
from nutgraf.records.comparison import Comparison
from nutgraf.records.copies import Copies
from nutgraf.records.correction import Correction
from nutgraf.records.page import Page, SetAside
from nutgraf.records.profile import Profile
from nutgraf.records.story import Story

Clock = Callable[[], datetime]
AccountsOf = Callable[[Collection[str]], Sequence[Account]]


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages as plain callables, and what each writes as `made_by`; a changed `made_by` makes its records due."""

    ingest: Callable[[str, Clock], Iterable[Page | SetAside]]
    extract: Callable[[Iterable[Page]], Iterable[Extraction | SetAside]]
    dedupe: Callable[[Shelf, Sequence[Article], Sequence[str]], None]
    annotate: Callable[[Article], Annotation]
    profile: Callable[[Sequence[Account]], Sequence[Profile]]
    regroup: Callable[[StoryShelf, Collection[str], Sequence[tuple[str, ...]]], frozenset[str]]
    tell: Callable[[StoryShelf, Collection[str], AccountsOf, Sequence[Correction]], tuple[Story, ...]]
    compare: Callable[[Story, tuple[Account, ...], Copies, tuple[Account, ...]], Comparison]
    brief: Callable[[Story, tuple[Account, ...], Comparison], Brief]
    made_by: MadeBy


@dataclass(frozen=True, slots=True)
class MadeBy:
    """The version of each stage."""

    ingest: str
    extract: str
    dedupe: str
    annotate: str
    cluster: str
    compare: str
    brief: str


def default_stages(fields: Fields = USUAL, outlets: tuple[Outlet, ...] = ()) -> Stages:
    """Return the stages of this release, for a person whose rows have these fields, with outlets of their own."""
    mark = outlets_mark(outlets)
    return Stages(
        ingest=lambda source, clock: ingest.ingest_source(source, lambda: clock().isoformat(), fields),
        extract=partial(extract.extract_articles, outlets=outlets),
        dedupe=update_copies,
        annotate=annotate.annotate_article,
        profile=profile_accounts,
        regroup=cluster.regroup_articles,
        tell=cluster.tell_stories,
        compare=compare.compare_story,
        brief=brief.brief_story,
        made_by=MadeBy(
            ingest=ingest.MADE_BY,
            extract=extract.MADE_BY + mark,
            dedupe=dedupe.MADE_BY + mark,
            annotate=annotate.MADE_BY + mark,
            cluster=cluster.MADE_BY,
            compare=compare.MADE_BY + mark,
            brief=brief.MADE_BY,
        ),
    )
