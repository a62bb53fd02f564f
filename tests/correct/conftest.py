"""An archive of small invented pages, and the stories in it by the titles of their articles."""

from __future__ import annotations

import pytest
from tests.small_stages import SMALL, fixed_clock

from nutgraf.correct.decisions import Hand
from nutgraf.correct.stories import correct_stories
from nutgraf.pipeline import read_pages, renew_records
from nutgraf.store.archive import Archive, open_archive

AGROUND = "The ferry ran aground off the north pier with forty people aboard, and tugs took all of them off by night."
"""Long enough to be a copy where it stands twice."""

AT = "2026-11-28T09:30:00+00:00"
MARA = Hand("Mara Vint", AT, "one harbour")
FILES = {
    "a": f"Ferry a\n2026-01-02\n{AGROUND}",
    "b": "Ferry b\n2026-01-01\nTugs pulled.",
    "c": f"Ferry c\n2026-01-03\n{AGROUND}",
    "d": "Boat d\n2026-01-04\nA boat sank.",
    "e": "Rain e\nIt rained.",
    "t": "> Rain t\nMore inside.",
}


class Desk:
    """An archive with what a test asks of it: articles and stories are called by the letters of their titles."""

    def __init__(self, archive: Archive, database) -> None:
        self.archive = archive
        self.database = database

    def article(self, letter: str) -> str:
        return next(each.id for each in self.archive.articles.iterate(teasers=True) if each.title.endswith(letter))

    def articles(self, letters: str) -> list[str]:
        return [self.article(letter) for letter in letters]

    def story(self, letter: str) -> str:
        return self.archive.stories.of_article(self.article(letter))[0]

    def letters(self, articles) -> str:
        return "".join(self.archive.articles.get(each).title[-1] for each in articles)

    def stories(self) -> str:
        members = ([member.article for member in story.members] for story in self.archive.stories.iterate())
        return " ".join(sorted("".join(sorted(self.letters(each))) for each in members))

    def renew(self):
        return renew_records(self.archive, fixed_clock, SMALL)

    def correct(self, decision):
        with open_archive(self.database) as before, before.snapshot():
            return correct_stories(self.archive, decision, self.renew, before)


@pytest.fixture
def mara():
    return MARA


@pytest.fixture
def desk(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / f"{name}.txt").write_text(text)
    with open_archive(tmp_path / "n.db", write=True) as archive:
        read_pages([str(folder)], archive, fixed_clock, SMALL)
        yield Desk(archive, tmp_path / "n.db")
