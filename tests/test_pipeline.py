from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from tests.small_stages import SMALL, fixed_clock, page_of

from nutgraf.errors import NotFound
from nutgraf.pipeline import ReadReport, read_pages
from nutgraf.records.article import Article
from nutgraf.records.page import Outcome, Page, SetAside
from nutgraf.stages import Stages
from nutgraf.store.archive import Archive, open_archive

FILES = {
    "one.txt": "Ferry runs aground\n2026-01-01\nThe ferry ran aground off Port Example.",
    "two.txt": "Ferry freed\n2026-01-02\nTugs freed the ferry.\n---\n> Bakers meet\n---\nBakers meet\nFlour is dear.",
    "copy.txt": "Ferry aground\n2026-01-01\nThe ferry ran aground off Port Example.",
    "cut.txt": "Bakers quarrel\nThe guild has not ...",
    "empty.txt": "",
    "odd.txt": "Nothing \x00 here\nNUL \x00 and \x07 stay as they are.",
}


def write_files(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())
    return folder


def records(archive: Archive) -> bytes:
    """Return everything an export would show, as bytes."""
    stories = [
        (story, archive.stories.comparison(story.id), archive.stories.brief(story.id))
        for story in archive.stories.iterate()
    ]
    articles = list(archive.articles.iterate(teasers=True))
    accounts = list(archive.articles.iterate_accounts())
    kept = [archive.articles.versions(article.id) for article in articles]
    aside, copies = archive.ledger.set_aside(), replace(archive.copies.all(), made_by="")
    pages = [(page.id, page.content) for page in archive.pages.iterate()]
    return msgspec.json.encode((pages, articles, kept, accounts, copies, stories, aside))


def read(
    database: Path, sources: Iterable[Path], stages: Stages = SMALL, batch_size: int = 64
) -> tuple[bytes, ReadReport]:
    with open_archive(database, write=True) as archive:
        report = read_pages([str(source) for source in sources], archive, fixed_clock, stages, batch_size)
        return records(archive), report


class Counting:
    """Stages that count how often each is called."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()

    def stages(self, **made_by: str) -> Stages:
        names = ("extract", "dedupe", "annotate", "profile", "regroup", "tell", "compare", "brief")
        counted = {name: self._counted(name) for name in names}
        return replace(SMALL, **counted, made_by=replace(SMALL.made_by, **made_by))

    def _counted(self, name: str) -> object:
        def call(*arguments: object) -> object:
            self.calls[name] += 1
            return getattr(SMALL, name)(*arguments)

        return call


def test_reads_everything_once_and_tells_what_is_not_whole(tmp_path):
    folder = write_files(tmp_path / "in", FILES)
    _, report = read(tmp_path / "n.db", [folder])
    assert (report.pages, report.new_pages, report.extracted, report.annotated) == (5, 5, 5, 6)
    assert len(report.stories) == 3
    assert [(Path(each.what).name, each.stage, each.outcome) for each in report.set_aside] == [
        ("empty.txt", "ingest", Outcome.REFUSED),
        ("cut.txt", "extract", Outcome.PARTIAL),
    ]
    with open_archive(tmp_path / "n.db") as archive:
        assert sorted(archive.ledger.set_aside(), key=str) == sorted(report.set_aside, key=str)
        odd = next(each for each in archive.articles.iterate() if each.title.startswith("Nothing"))
        assert odd.text == "NUL \x00 and \x07 stay as they are."


def test_reading_again_changes_nothing_and_calls_no_stage(tmp_path):
    folder = write_files(tmp_path / "in", FILES)
    first, _ = read(tmp_path / "n.db", [folder])
    counting = Counting()
    second, report = read(tmp_path / "n.db", [folder], counting.stages())
    assert second == first
    assert counting.calls == Counter()
    assert (report.pages, report.new_pages, report.stories) == (5, 0, ())


@pytest.mark.parametrize("seed", range(6))
def test_order_and_batch_size_do_not_matter(tmp_path, seed):
    folder = write_files(tmp_path / "in", FILES)
    whole, _ = read(tmp_path / "whole.db", [folder])
    files = sorted(folder.iterdir())
    chance = random.Random(seed)
    chance.shuffle(files)
    cut = chance.randrange(len(files))
    size = chance.choice((1, 2, 3, 100))
    read(tmp_path / "parts.db", files[:cut], batch_size=size)
    parts, _ = read(tmp_path / "parts.db", files[cut:], batch_size=size)
    assert parts == whole


def test_a_changed_page_gives_a_new_version_and_touches_only_its_own_story(tmp_path):
    folder = write_files(tmp_path / "in", FILES)
    read(tmp_path / "n.db", [folder])
    changed = "Ferry runs aground again\n2026-01-01\nThe ferry ran aground twice."
    write_files(folder, {"one.txt": changed})
    counting = Counting()
    _, report = read(tmp_path / "n.db", [folder], counting.stages())
    # Twice: the old version is taken away, then the new one is looked at.
    once = ("extract", "annotate", "profile", "regroup", "tell", "compare", "brief")
    assert counting.calls == {"dedupe": 2, **dict.fromkeys(once, 1)}
    with open_archive(tmp_path / "n.db") as archive:
        article = next(each for each in archive.articles.iterate() if "again" in each.title)
        old, new = archive.articles.versions(article.id)
        assert (old.text, new) == ("The ferry ran aground off Port Example.", article)
        assert archive.articles.get(article.id, old.version) == old
        assert archive.articles.annotation(article.id, old.version) is not None
        assert report.stories == archive.stories.of_article(article.id)


def test_a_changed_page_with_no_date_shows_what_stands_there_now(tmp_path):
    for text in ("Bakers a\nfirst", "Bakers b\nsecond", "Bakers c\nthird", "Bakers a\nfirst"):
        folder = write_files(tmp_path / "in", {"x.txt": text})
        read(tmp_path / "n.db", [folder])
        with open_archive(tmp_path / "n.db") as archive:
            (article,) = archive.articles.iterate()
            assert f"{article.title}\n{article.text}" == text


def test_a_file_is_the_same_file_however_its_path_was_typed(tmp_path):
    def typed(path: str) -> Callable[[str, object], Iterable[Page]]:
        return lambda source, clock: [page_of(source.encode(), path, "file:///in/x.txt")]

    for path, text in (("x.txt", "Bakers a\nfirst"), ("/in/x.txt", "Bakers b\nsecond"), ("./x.txt", "Bakers c\nthird")):
        with open_archive(tmp_path / "n.db", write=True) as archive:
            read_pages([text], archive, fixed_clock, replace(SMALL, ingest=typed(path)))
            (article,) = archive.articles.iterate()
            assert f"{article.title}\n{article.text}" == text


def test_articles_that_vanish_from_a_page_harm_no_others(tmp_path):
    three = "Ferry a\none\n---\nBakers b\ntwo\n---\nMiners c\nthree"
    folder = write_files(tmp_path / "in", {"x.txt": three, "y.txt": "Ferry d\nfour"})
    read(tmp_path / "n.db", [folder])
    write_files(folder, {"x.txt": "Ferry a\none"})
    read(tmp_path / "n.db", [folder])
    with open_archive(tmp_path / "n.db") as archive:
        assert sorted(each.text for each in archive.articles.iterate()) == ["four", "one", "three", "two"]
        assert len(list(archive.stories.iterate())) == 3


def test_the_same_bytes_in_two_files_are_one_page_whichever_came_first(tmp_path):
    text = "address: https://herald.example/ferry\nFerry a\none"
    folder = write_files(tmp_path / "in", {"b.txt": text, "a.txt": text, "c.txt": text})
    outcomes = set()
    for number, order in enumerate((("a", "b", "c"), ("c", "b", "a"), ("b", "c", "a"))):
        database = tmp_path / f"{number}.db"
        for name in order:
            outcome, _ = read(database, [folder / f"{name}.txt"])
        outcomes.add(outcome)
    assert len(outcomes) == 1


def test_two_files_with_one_address_give_the_same_current_version_in_any_order(tmp_path):
    head = "address: https://herald.example/ferry\n"
    files = {"a.txt": head + "Ferry a\n2026-01-02\nlater", "b.txt": head + "Ferry b\n2026-01-01\nearlier"}
    folder = write_files(tmp_path / "in", files)
    read(tmp_path / "one.db", [folder / "a.txt"])
    one, _ = read(tmp_path / "one.db", [folder / "b.txt"])
    read(tmp_path / "two.db", [folder / "b.txt"])
    two, _ = read(tmp_path / "two.db", [folder / "a.txt"])
    assert one == two
    with open_archive(tmp_path / "two.db") as archive:
        assert [each.text for each in archive.articles.iterate()] == ["later"]


BREAKS = [
    ("BREAK EXTRACT", "extract", Outcome.QUARANTINED),
    ("SET ASIDE", "extract", Outcome.REFUSED),
    ("BREAK ANNOTATE", "annotate", Outcome.QUARANTINED),
    ("BREAK CLUSTER", "cluster", Outcome.QUARANTINED),
    ("BREAK COMPARE", "compare", Outcome.QUARANTINED),
]


@pytest.mark.parametrize(("words", "stage", "outcome"), BREAKS)
def test_what_breaks_a_stage_is_set_aside_and_the_rest_goes_on(tmp_path, words, stage, outcome):
    folder = write_files(tmp_path / "in", {**FILES, "bad.txt": f"Miners strike\n2026-01-03\n{words}"})
    first, report = read(tmp_path / "n.db", [folder])
    (entry,) = [each for each in report.set_aside if each.stage == stage and each.outcome is outcome]
    assert entry.reason
    with open_archive(tmp_path / "n.db") as archive:
        whole = [story for story in archive.stories.iterate() if archive.stories.brief(story.id)]
        assert len(whole) == 3
    counting = Counting()
    second, _ = read(tmp_path / "n.db", [folder], counting.stages())
    assert (second, counting.calls) == (first, Counter())


@pytest.mark.parametrize(("stage", "step"), [("dedupe", "dedupe"), ("cluster", "regroup"), ("cluster", "tell")])
def test_a_stage_over_all_articles_that_breaks_is_told_and_tried_again(tmp_path, stage, step):
    def broken(*_: object) -> object:
        raise RuntimeError("not today")

    folder = write_files(tmp_path / "in", FILES)
    _, report = read(tmp_path / "n.db", [folder], replace(SMALL, **{step: broken}))
    assert [each.reason for each in report.set_aside if each.stage == stage] == [
        f"the {stage} stage broke on it (RuntimeError: not today)"
    ]
    mended, _ = read(tmp_path / "n.db", [folder])
    assert mended == read(tmp_path / "other.db", [folder])[0]


NEW_VERSIONS = [
    ("extract", {"extract": 5}),
    ("annotate", {"annotate": 6}),
    ("dedupe", {"dedupe": 6}),
    ("cluster", {"profile": 6, "regroup": 5, "tell": 3}),
    ("compare", {"compare": 3}),
    ("brief", {"brief": 3}),
]


@pytest.mark.parametrize(("stage", "calls"), NEW_VERSIONS)
def test_a_new_version_of_a_stage_makes_its_records_due_and_no_more_than_that(tmp_path, stage, calls):
    folder = write_files(tmp_path / "in", FILES)
    first, _ = read(tmp_path / "n.db", [folder])
    counting = Counting()
    second, _ = read(tmp_path / "n.db", [folder], counting.stages(**{stage: f"{stage}/2"}), batch_size=1)
    assert counting.calls == calls
    assert second == first


def test_a_page_that_waits_for_a_package_is_tried_at_each_reading(tmp_path):
    def waiting(pages: Iterable[Page]) -> Iterable[object]:
        for page in pages:
            calls.append(page.id)
            reason = "install what that needs"
            yield SetAside(page.path or "", "extract", Outcome.WAITING, reason, page.digest)

    calls: list[str] = []
    folder = write_files(tmp_path / "in", {"x.txt": "Ferry a\none", "y.txt": "Ferry b\ntwo"})
    without = replace(SMALL, extract=waiting)
    for _ in range(2):
        read(tmp_path / "n.db", [folder], without)
    assert len(calls) == 4
    read(tmp_path / "n.db", [folder])
    with open_archive(tmp_path / "n.db") as archive:
        assert [each.text for each in archive.articles.iterate()] != []
        assert archive.ledger.set_aside() == ()
    read(tmp_path / "n.db", [folder], without)
    assert len(calls) == 4


def test_a_new_extract_stage_takes_the_place_of_the_old_one(tmp_path):
    def only_first(pages: Iterable[Page]) -> Iterable[object]:
        for extraction in SMALL.extract(pages):
            yield replace(extraction, articles=extraction.articles[:1])

    folder = write_files(tmp_path / "in", {"x.txt": "Ferry a\none\n---\nBakers b\ntwo"})
    read(tmp_path / "n.db", [folder])
    newer = replace(SMALL, extract=only_first, made_by=replace(SMALL.made_by, extract="extract/2"))
    read(tmp_path / "n.db", [], newer)
    with open_archive(tmp_path / "n.db") as archive:
        assert [each.text for each in archive.articles.iterate()] == ["one"]
        assert dict(archive.health().counts)["annotations"] == 1


def test_a_story_that_merges_is_still_found_by_its_old_id(tmp_path):
    folder = write_files(tmp_path / "in", {"a.txt": "Ferry a\n2026-01-02\none", "b.txt": "Boat b\n2026-01-01\ntwo"})
    read(tmp_path / "n.db", [folder])
    with open_archive(tmp_path / "n.db") as archive:
        old = {story.id for story in archive.stories.iterate()}
    write_files(folder, {"b.txt": "Ferry b\n2026-01-01\ntwo"})
    read(tmp_path / "n.db", [folder])
    with open_archive(tmp_path / "n.db") as archive:
        (story,) = archive.stories.iterate()
        assert {archive.resolve_id("story", each[:12]) for each in old} == {story.id}
        assert {archive.stories.get(each) for each in old} == {story}
        assert archive.stories.brief(next(iter(old))) is not None
    write_files(
        folder, {"a.txt": "Boat a\n2026-01-02\none", "b.txt": "Boat b\n2026-01-01\ntwo", "c.txt": "Ferry c\n\nx"}
    )
    read(tmp_path / "n.db", [folder])
    with open_archive(tmp_path / "n.db") as archive:
        assert len({archive.resolve_id("story", each) for each in old}) == 1


def test_a_refusal_is_forgotten_when_the_file_is_mended(tmp_path):
    folder = write_files(tmp_path / "in", {"a.txt": "", "b.txt": ""})
    read(tmp_path / "n.db", [folder])
    write_files(folder, {"a.txt": "Ferry a\none"})
    read(tmp_path / "n.db", [folder])
    with open_archive(tmp_path / "n.db") as archive:
        assert [Path(each.what).name for each in archive.ledger.set_aside()] == ["b.txt"]


def test_a_source_that_is_not_there_is_an_error_of_the_person(tmp_path):
    def missing(source: str, clock: object) -> Iterable[Page | SetAside]:
        raise NotFound(f"There is no {source}.")

    with open_archive(tmp_path / "n.db", write=True) as archive, pytest.raises(NotFound):
        read_pages(["nowhere"], archive, fixed_clock, replace(SMALL, ingest=missing))


def test_a_source_that_breaks_ingest_is_set_aside(tmp_path):
    def broken(source: str, clock: object) -> Iterable[Page | SetAside]:
        raise ValueError("a strange archive")

    with open_archive(tmp_path / "n.db", write=True) as archive:
        report = read_pages(["odd.warc"], archive, fixed_clock, replace(SMALL, ingest=broken))
    assert [(each.what, each.outcome) for each in report.set_aside] == [("odd.warc", Outcome.QUARANTINED)]


def test_an_annotation_that_cannot_be_kept_is_set_aside(tmp_path):
    def strange(article: Article) -> object:
        made = SMALL.annotate(article)
        speaker = replace(made.quotes[0].speaker, start=float("nan"))
        return replace(made, quotes=(replace(made.quotes[0], speaker=speaker, utterance=None),))

    folder = write_files(tmp_path / "in", {"a.txt": "Ferry a\none"})
    _, report = read(tmp_path / "n.db", [folder], replace(SMALL, annotate=strange))
    assert [each.stage for each in report.set_aside] == ["annotate"]


def test_progress_ends_with_everything_done(tmp_path):
    folder = write_files(tmp_path / "in", FILES)
    told: dict[str, tuple[int, int]] = {}
    with open_archive(tmp_path / "n.db", write=True) as archive:
        read_pages(
            [str(folder)], archive, fixed_clock, SMALL, 2, lambda stage, *numbers: told.__setitem__(stage, numbers)
        )
    assert told == {
        "ingest": (5, 0),
        "extract": (5, 5),
        "annotate": (6, 6),
        "dedupe": (6, 6),
        "cluster": (6, 6),
        "compare": (3, 3),
        "brief": (3, 3),
    }
