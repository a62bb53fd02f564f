"""A story as it was known at a moment, as a person sees it."""

import json

import pytest
from tests.test_cli_edits import BRIDGE, TOLL, folder, page, read, shown, told  # noqa: F401

from nutgraf.cli import main
from nutgraf.errors import UsageError
from nutgraf.replay import read_moment

NOON = '<time datetime="2025-05-03T12:00:00+00:00">3 May 2025, 12:00 GMT</time>'
SUNDAY = '<time datetime="2025-05-04T09:30:00+00:00">4 May</time>'
EARLY = (BRIDGE[0], BRIDGE[2])
LATE = (
    "Twelve people were killed when the Korsund bridge in Sund collapsed on Saturday, police said on Sunday.",
    "The company Velmar said the bridge was last inspected in 2027. Divers search the river for two cars.",
)


@pytest.fixture
def story(read, capfd):  # noqa: F811
    """Three accounts of one event: at noon on Saturday, by Saturday evening (the day alone is told), and on Sunday."""
    read(
        sund=page("Bridge collapse kills 14 in Sund", "Sund Gazette", NOON, BRIDGE),
        vale=page("Korsund bridge falls, 14 dead", "Vale Tribune", "3 May 2025", EARLY),
        coast=page(
            "Toll of Korsund bridge is 12",
            "Coast Chronicle",
            '<time datetime="2025-05-04T09:30:00+00:00">4 May</time>',
            LATE,
        ),
    )
    (one,) = told(capfd, "stories")
    return one["id"]


def one_line(capfd, *words):
    return " ".join(shown(capfd, *words).split())


@pytest.mark.parametrize("command", [["story"], ["compare"], ["compare", "--full"], ["brief"]])
def test_only_what_was_known_then_counts(story, capfd, command):
    page_shown = one_line(capfd, *command, story[:8], "--as-of", "2025-05-03")
    assert page_shown.startswith("As known at the end of 2025-05-03 (UTC): 2 of 3 accounts.")
    assert "2 of them came in later and count by the time printed or worked out" in page_shown
    assert "left out: Coast Chronicle" in page_shown
    assert "Twelve people" not in page_shown
    now = one_line(capfd, *command, story[:8])
    assert "As known at" not in now
    assert now == one_line(capfd, *command, story[:8], "--as-of", "2100-01-01").partition("accounts. ")[2]


def test_the_hour_and_the_zone_count(story, capfd):
    record = told(capfd, "compare", story, "--as-of", "2025-05-03T14:05+02:00")
    assert (record["as_of"]["moment"], record["as_of"]["counted"], record["as_of"]["of"]) == (
        "2025-05-03T12:05:00+00:00", 1, 3
    )  # fmt: skip
    assert record["counts"]["articles"] == 1
    reasons = {each["outlet"]: each["reason"] for each in record["as_of"]["accounts"]}
    assert "it may have been out already" in reasons["Vale Tribune"]


@pytest.mark.parametrize("form", ["md", "html", "json", "text"])
def test_a_brief_says_in_every_format_as_of_when_it_is(story, capfd, tmp_path, form):
    out = tmp_path / "brief"
    assert main(["brief", story, "--as-of", "2025-05-03", "--format", form, "--out", str(out)]) == 0
    written = out.read_text(encoding="utf-8").replace("\\", "")
    if form == "json":
        assert json.loads(written)["as_of"]["counted"] == 2
    else:
        assert "2 of 3 accounts" in written
        assert "Coast Chronicle" in written


def test_where_nothing_was_known_that_is_said_with_when_it_comes_in(story, capfd):
    empty = one_line(capfd, "brief", story[:8], "--as-of", "2025-05-01")
    assert "As known at the end of 2025-05-01 (UTC): none of 3 accounts." in empty
    assert "The first counts from 2025-05-03 12:00 UTC on" in empty
    record = told(capfd, "story", story, "--as-of", "2025-05-01")
    assert (record["id"], record["as_of"]["counted"]) == (story, 0)
    first = min(each["since"] for each in record["as_of"]["accounts"])
    assert told(capfd, "story", story, "--as-of", first)["as_of"]["counted"] == 1


def test_the_version_that_was_current_then_is_told(story, read, capfd):  # noqa: F811
    changed = page("Bridge collapse kills 12 in Sund", "Sund Gazette", NOON, (TOLL, *BRIDGE[1:]))
    read(sund=changed)
    then = one_line(capfd, "story", story[:8], "--as-of", "2025-05-03T13:00")
    assert "Bridge collapse kills 14 in Sund" in then
    assert "Bridge collapse kills 12 in Sund" not in then
    assert "earlier version: Sund Gazette" in then
    now = told(capfd, "story", story, "--as-of", "2100-01-01")
    assert now["headline"] == told(capfd, "story", story)["headline"]
    assert [each["current"] for each in now["as_of"]["accounts"]] == [True, True, True]


def test_words_that_are_no_time_are_refused(story, capfd):
    assert main(["brief", story, "--as-of", "yesterday"]) == 2
    assert "Give an ISO date or date-time" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2025-05-03", "2025-05-04T00:00:00+00:00"),
        ("2025-05-03T14:05", "2025-05-03T14:05:00+00:00"),
        ("2025-05-03 14:05", "2025-05-03T14:05:00+00:00"),
        ("2025-05-03T14:05Z", "2025-05-03T14:05:00+00:00"),
        ("2025-05-03T14:05+02:00", "2025-05-03T12:05:00+00:00"),
    ],
)
def test_a_moment_is_read_as_a_person_means_it(words, moment):
    assert read_moment(words).isoformat() == moment


@pytest.mark.parametrize("words", ["", "May 3", "2031-13-01", "9999-12-31"])
def test_what_is_no_moment_is_told(words):
    with pytest.raises(UsageError):
        read_moment(words)
