"""What a person sees of edits: the list, the old beside the new, and who still prints the old."""

import json

import pytest

from nutgraf.cli import main

PAGE = """<html lang="en"><head><title>{title} | {outlet}</title>
<meta property="og:site_name" content="{outlet}"></head><body><header><a href="/">{outlet}</a></header><main><article>
<h1>{title}</h1><p class="byline">By Ada Holm</p>
<p class="time">{time}</p>{text}</article>{beside}</main><footer>© 2031 {outlet}</footer></body></html>"""

BRIDGE = (
    "SUND — Fourteen people were killed when the Korsund bridge collapsed on Saturday, police said.",
    "“We do not know why it fell,” Transport Minister Ilse Brandt said in Sund. “We will rebuild it.”",
    "The bridge was last inspected in 2027, according to the company Velmar, which has run it since 2019.",
)
NOTE = "Correction: An earlier version of this article said that 14 people were killed. The number is 12."
TOLL = BRIDGE[0].replace("Fourteen", "Twelve")
INSPECTED = BRIDGE[2].replace("2027", "2029")


def page(title, outlet, time, paragraphs, beside=""):
    text = "".join(f"<p>{each}</p>" for each in paragraphs)
    return PAGE.format(title=title, outlet=outlet, time=time, text=text, beside=beside)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("NUTGRAF_DB", str(tmp_path / "news.db"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    return tmp_path / "pages"


@pytest.fixture
def read(folder, capfd):
    """Write pages and read the folder; the name of a page stays, whatever it holds."""

    def write(**pages):
        for name, content in pages.items():
            (folder / f"{name}.html").write_text(content, encoding="utf-8")
        assert main(["read", str(folder)]) == 0
        capfd.readouterr()

    return write


@pytest.fixture
def edited(read):
    first = page("Bridge collapse kills 14 in Sund", "Sund Gazette", "3 May 2031, 12:00", BRIDGE)
    theirs = (BRIDGE[0], "The company Velmar, which runs the bridge, last inspected it in 2027.")
    other = page("Korsund bridge falls, 14 dead", "Vale Tribune", "3 May 2031, 18:00", theirs)
    read(sund=first, vale=other)
    second = (TOLL, BRIDGE[1], INSPECTED, NOTE)
    read(sund=page("Bridge collapse kills 12 in Sund", "Sund Gazette", "3 May 2031, 12:00. Updated 16:20", second))


def shown(capfd, *words):
    assert main([*words]) == 0
    return capfd.readouterr().out


def told(capfd, *words):
    return json.loads(shown(capfd, *words, "--json"))


def test_without_an_id_the_edited_articles_are_listed(edited, capfd):
    listed = " ".join(shown(capfd, "edits").split())
    assert (
        "2 versions · 1 changed silently, 2 changed openly, 1 no edit · 1 other account still prints the old" in listed
    )
    assert "time changed: “2027” → “2029”" in listed
    (row,) = told(capfd, "edits")
    assert (row["silently"], row["first"]["kind"], row["still"]) == (1, "time changed", 1)


def test_the_old_stands_beside_the_new_and_who_still_prints_it(edited, capfd):
    (row,) = told(capfd, "edits")
    page_shown = " ".join(shown(capfd, "edits", row["article"][:8]).split())
    assert f"note of correction: {NOTE}" in page_shown
    assert "CHANGED SILENTLY time changed" in page_shown
    assert "The note that came with it speaks of something else." in page_shown
    assert "CHANGED OPENLY figure changed: The figure was 14 people and is 12 people. A note says so." in page_shown
    assert "Vale Tribune Fourteen people were killed" in page_shown
    assert "\x1b" not in page_shown


def test_a_story_shows_the_edits_of_its_articles(edited, capfd):
    (story,) = told(capfd, "stories")
    (record,) = told(capfd, "edits", story["id"])
    assert [len(each["edits"]) for each in record["edits"]] == [4]
    for edit in record["edits"][0]["edits"]:
        assert edit["reason"]
    (unchanged,) = (row for row in told(capfd, "articles") if row["id"] != record["article"])
    assert "one version only, so nothing to compare" in " ".join(shown(capfd, "edits", unchanged["id"]).split())


def test_every_cell_is_a_span_of_a_kept_version(edited, capfd, folder):
    from nutgraf.store.archive import open_archive

    (row,) = told(capfd, "edits")
    (record,) = told(capfd, "edits", row["article"])
    with open_archive(folder.parent / "news.db") as archive:
        texts = {each.version: each for each in archive.articles.versions(row["article"])}
    for edit in record["edits"][0]["edits"]:
        for cell in (edit["old"], edit["new"]):
            if cell and "part" in cell["span"]:
                article, span = texts[cell["span"]["version"]], cell["span"]
                frozen = article.title if span["part"] == "title" else article.text
                assert frozen[span["start"] : span["end"]] == cell["words"]


def test_reading_the_same_pages_again_changes_nothing(edited, read, capfd):
    before = told(capfd, "edits")
    read()
    assert told(capfd, "edits") == before


@pytest.mark.parametrize("box", ["<aside class='note'>{}</aside>", "<footer><p>{}</p></footer>"])
def test_a_note_in_a_box_owns_up_as_one_in_the_text_does(read, capfd, box):
    read(sund=page("Bridge collapse in Sund", "Sund Gazette", "3 May 2031", BRIDGE))
    after = (TOLL, *BRIDGE[1:])
    read(sund=page("Bridge collapse in Sund", "Sund Gazette", "3 May 2031", after, box.format(NOTE)))
    (row,) = told(capfd, "edits")
    assert (row["silently"], row["openly"]) == (0, 1)


def capture(at, content):
    """Return a WARC record of one address, captured at a time."""
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + content.encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://sund.example/bridge\r\n"
        f"WARC-Date: {at}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


@pytest.mark.parametrize("turned", [False, True])
def test_captures_of_one_address_are_in_order_whatever_way_they_lie(folder, read, capfd, turned):
    one, two = (
        capture(f"2025-05-03T{hour}:00:00Z", page("Bridge in Sund", "Sund Gazette", "3 May 2025", [first, *BRIDGE[1:]]))
        for hour, first in ((13, BRIDGE[0]), (16, TOLL))
    )
    (folder / "crawl.warc").write_bytes(two + one if turned else one + two)
    read()
    (row,) = told(capfd, "edits")
    assert (row["silently"], row["first"]["old"]["words"]) == (1, "Fourteen people")
    record = told(capfd, "edits", row["article"])[0]["edits"][0]
    assert record["order"] == "it was captured later"
    (story,) = told(capfd, "stories")
    for hour, word, counted in (("12:59", "", 0), ("14:00", "Fourteen", 1), ("16:00", "Twelve", 1)):
        known = told(capfd, "story", story["id"], "--as-of", f"2025-05-03T{hour}")
        assert known["as_of"]["counted"] == counted
        assert word in json.dumps(known.get("points", ""))


def test_where_no_page_changed_that_is_said(read, capfd):
    read(sund=page("Bridge collapse in Sund", "Sund Gazette", "3 May 2031", BRIDGE))
    assert "No article has more than one version yet" in shown(capfd, "edits")
    (story,) = told(capfd, "stories")
    assert "No article of this story has more than one version." in shown(capfd, "edits", story["id"])
    assert main(["edits", "abcd1234"]) == 3


def test_a_page_goes_to_a_file_as_it_would_be_printed(edited, capfd, tmp_path):
    (row,) = told(capfd, "edits")
    printed = shown(capfd, "edits", row["article"])
    assert shown(capfd, "edits", row["article"], "--out", str(tmp_path / "edits.txt")) == ""
    assert (tmp_path / "edits.txt").read_text(encoding="utf-8").split() == printed.split()


def test_the_doctor_checks_the_spans_of_edits_too(edited, capfd):
    assert main(["doctor", "--verify"]) == 0
