from __future__ import annotations

from tests.small_stages import SMALL, fixed_clock

from nutgraf.pipeline import read_pages
from nutgraf.store.archive import open_archive
from nutgraf.store.ranking import ranked


def test_each_version_has_one_chosen_record_and_each_article_one_current(tmp_path):
    head = "address: https://herald.example/ferry\n"
    for name, text in (("a", "Ferry a\n2026-01-01\none"), ("b", "Ferry a\n2026-01-01\none"), ("c", "Ferry c\nx")):
        (tmp_path / f"{name}.txt").write_text(f"{head}{text}\n{'' if name == 'a' else ' '}")
    with open_archive(tmp_path / "n.db", write=True) as archive:
        read_pages([str(tmp_path)], archive, fixed_clock, SMALL)
        (article,) = archive.articles.iterate()
        assert article.title == "Ferry a"
        titles = [each.title for each in archive.articles.versions(article.id)]
        assert titles == ["Ferry c", "Ferry a"]


def test_the_condition_stands_before_the_ranking():
    assert ranked("WHERE article = ?").index("WHERE article = ?") < ranked("WHERE article = ?").index(") AS ranked")
