"""What a person types, and what comes back: results, complaints, exit codes."""

import json
import os
import subprocess
import sys

import pytest

from nutgraf.cli import main


@pytest.fixture
def database(tmp_path, monkeypatch):
    monkeypatch.setenv("NUTGRAF_DB", str(tmp_path / "news.db"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "news.db"


@pytest.fixture
def empty(database):
    from nutgraf.store.archive import open_archive

    open_archive(database, write=True).close()
    return database


PAGE = """<html lang="en"><head><title>Ferry stops at Lonholm</title></head><body><article>
<h1>Ferry stops at Lonholm</h1>
<p>LONHOLM, 3 May 2031 — The ferry to Lonholm stopped on Saturday after at least 12 passengers fell ill.</p>
<p>“We do not know what made them ill,” port director Mara Vint said. “We will not sail before we know.”</p>
<p>The ferry carries about 300 people a day. It will sail again on Monday, the port said in a statement.</p>
</article></body></html>"""


@pytest.fixture
def read_page(database, tmp_path, capfd):
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "ferry.html").write_text(PAGE, encoding="utf-8")
    assert main(["read", str(folder)]) == 0
    assert "1 page read, 1 of them new" in capfd.readouterr().out
    return database


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["stories"], 3, "Read some pages: nutgraf read FOLDER"),
        (["nonsense"], 2, "nutgraf --help"),
        (["brief"], 2, "nutgraf --help"),
        (["brief", "3f2a", "--format", "pdf"], 2, "html"),
        (["export", "--format", "xml"], 2, "jsonl"),
    ],
)
def test_what_is_off_is_told_with_what_to_do(database, capfd, words, code, told):
    assert main(words) == code
    shown = capfd.readouterr()
    assert shown.out == ""
    assert told in shown.err
    assert "Traceback" not in shown.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["stories"], "No stories yet. Read some pages: nutgraf read FOLDER"),
        (["articles"], "No articles yet"),
        (["quotes"], "No quotes match"),
        (["set-aside"], "Nothing is set aside"),
        (["links"], "No lists yet"),
        (["doctor"], "The database is empty"),
    ],
)
def test_an_empty_archive_is_no_error(empty, capfd, words, told):
    assert main(words) == 0
    assert told in " ".join(capfd.readouterr().out.split())


@pytest.mark.parametrize("command", ["story", "article", "copies", "compare", "brief"])
def test_an_unknown_id_is_not_found(empty, capfd, command):
    assert main([command, "abcd1234"]) == 3
    assert "No " in capfd.readouterr().err


@pytest.mark.parametrize("key", ["abc", "not-an-id"])
def test_an_id_that_is_none_is_a_usage_error(empty, capfd, key):
    assert main(["article", key]) == 2


def test_a_file_that_is_no_database_is_told(tmp_path, capfd):
    (tmp_path / "notes.db").write_text("shopping list, and much more than the header of a database would hold\n" * 9)
    assert main(["stories", "--db", str(tmp_path / "notes.db")]) == 4
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize("command", ["stories", "articles", "quotes", "set-aside"])
def test_lists_are_json_for_programs(read_page, capfd, command):
    assert main([command, "--json"]) == 0
    assert isinstance(json.loads(capfd.readouterr().out), list)


def test_an_article_is_found_by_the_beginning_of_its_id(read_page, capfd):
    main(["articles", "--json"])
    key = json.loads(capfd.readouterr().out)[0]["id"]
    assert main(["article", key[:6]]) == 0
    plain = capfd.readouterr().out
    assert "We do not know what made them ill" in plain
    assert "\x1b" not in plain
    assert main(["article", key[:6], "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["id"] == key


@pytest.mark.parametrize("options", [[], ["--json"], ["--why"], ["--format", "html"]])
def test_an_article_goes_to_a_file_as_it_would_be_printed(read_page, capfd, tmp_path, options):
    main(["articles", "--json"])
    key = json.loads(capfd.readouterr().out)[0]["id"]
    assert main(["article", key[:8], *options]) == 0
    printed = capfd.readouterr().out
    assert main(["article", key[:8], *options, "--out", str(tmp_path / "one")]) == 0
    assert capfd.readouterr().out == ""
    written = (tmp_path / "one").read_text(encoding="utf-8")
    assert written.split() == printed.split()


@pytest.fixture
def reprinted(read_page, tmp_path, capfd):
    """Read the page again as another outlet prints it, shorter; return the ids, the reprint's first."""
    (tmp_path / "pages" / "other.html").write_text(
        PAGE.replace(" It will sail again on Monday, the port said in a statement.", "").replace(
            "Ferry stops", "Sick at sea"
        ),
        encoding="utf-8",
    )
    assert main(["read", str(tmp_path / "pages")]) == 0
    capfd.readouterr()
    main(["articles", "--json"])
    rows = json.loads(capfd.readouterr().out)
    return [row["id"] for row in sorted(rows, key=lambda row: row["title"], reverse=True)]


def test_copies_of_an_article_are_shown_beside_it(reprinted, capfd):
    copy, original = reprinted
    assert main(["copies", copy[:8]]) == 0
    shown = capfd.readouterr().out
    assert "SIDE BY SIDE" in shown
    assert "The ferry carries about 300 people a day." in shown
    assert "\x1b" not in shown
    assert main(["copies", copy[:8], "--with", original[:8], "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["article"], told["beside"]["other"]) == (copy, original)
    assert main(["copies", copy[:8], "--format", "html", "--full"]) == 0
    assert capfd.readouterr().out.startswith("<!DOCTYPE html>")


def test_copies_of_a_story_are_those_of_its_articles(reprinted, capfd):
    main(["stories", "--json"])
    story = json.loads(capfd.readouterr().out)[0]["id"]
    assert main(["copies", story[:8]]) == 0
    assert "carried by 2 articles" in capfd.readouterr().out.lower()
    assert main(["copies", story[:8], "--json"]) == 0
    assert [sorted(group) for group in json.loads(capfd.readouterr().out)["groups"]] == [sorted(reprinted)]
    assert main(["copies", reprinted[0][:8], "--with", story[:8]]) == 3


def test_why_an_article_reads_as_it_does(read_page, capfd):
    main(["articles", "--json"])
    key = json.loads(capfd.readouterr().out)[0]["id"]
    assert main(["article", key[:8], "--why"]) == 0
    shown = capfd.readouterr().out
    assert "WHAT IT BEARS, AND HOW THAT WAS FOUND" in shown
    assert "As far as the page shows: yes." in shown
    assert main(["article", key[:8], "--why", "--json"]) == 0
    why = json.loads(capfd.readouterr().out)
    assert why["article"] == key
    assert next(field for field in why["fields"] if field["field"] == "title")["value"] == "Ferry stops at Lonholm"


OPML = b"""<opml version="2.0"><body><outline text="Lonholm Courier" xmlUrl="https://courier.example/rss"/>
<outline text="bad" xmlUrl="javascript:x"/></body></opml>"""


def test_links_of_a_list_are_listed(database, capfd):
    from dataclasses import replace

    from tests.small_stages import fixed_clock

    from nutgraf.pipeline import read_pages
    from nutgraf.records.page import Media, Page
    from nutgraf.stages import default_stages
    from nutgraf.store.archive import open_archive

    page = Page("aa11", "file:///feeds.opml", "feeds.opml", Media.LISTING, OPML, "d", "")
    stages = replace(default_stages(), ingest=lambda source, clock: [page])
    with open_archive(database, write=True) as archive:
        report = read_pages(["feeds.opml"], archive, fixed_clock, stages)
    assert [(entry.outcome.value, "javascript:x" in entry.reason) for entry in report.set_aside] == [("partial", True)]
    assert main(["links"]) == 0
    assert "https://courier.example/rss" in capfd.readouterr().out
    assert main(["links", "--json"]) == 0
    (link,) = json.loads(capfd.readouterr().out)
    assert link == {
        "page": "aa11", "list": "feeds.opml", "address": "https://courier.example/rss", "title": "Lonholm Courier",
        "kind": "feed", "modified": None,
    }  # fmt: skip
    assert main(["export"]) == 0
    assert json.loads(capfd.readouterr().out)["links"] == [link]


def test_an_export_is_sound_and_the_same_each_time(read_page, tmp_path, capfd):
    assert main(["export"]) == 0
    first = capfd.readouterr().out.encode()
    assert main(["export", "--out", str(tmp_path / "all.json")]) == 0
    assert (tmp_path / "all.json").read_bytes() == first
    assert [item["path"].endswith("ferry.html") for item in json.loads(first)["articles"]]
    assert main(["doctor", "--verify"]) == 0


@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
def test_a_brief_is_written_in_every_format(read_page, tmp_path, capfd, form):
    main(["stories", "--json"])
    stories = json.loads(capfd.readouterr().out)
    out = tmp_path / f"brief.{form}"
    assert main(["brief", stories[0]["id"], "--format", form, "--out", str(out)]) == 0
    assert "Ferry stops at Lonholm" in out.read_text(encoding="utf-8")


def test_a_place_that_cannot_be_written_is_told(read_page, tmp_path, capfd):
    assert main(["export", "--out", str(tmp_path / "nowhere" / "all.json")]) == 2
    assert "--out" in capfd.readouterr().err


def command(*words):
    return [sys.executable, "-m", "nutgraf.cli", *words]


def test_a_closed_pipe_ends_quietly(read_page):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command("export"), stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_page_comes_in_by_standard_input(database):
    done = subprocess.run(command("read", "-"), input=PAGE.encode(), capture_output=True, check=True)
    assert b"1 page read" in done.stdout
