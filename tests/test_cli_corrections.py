"""Stories corrected from the terminal: real pages, real stages, and the same stories whatever comes after."""

import getpass
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from nutgraf import stages
from nutgraf.cli import main

SAMPLE = Path(__file__).parents[1] / "sample" / "pages"
PAGES = (
    "01_transmar_talks.html",
    "02_valley_herald_reprint.txt",
    "13_velitsa_review_1987.html",
    "14_transmar_outcome.html",
)


@pytest.fixture(scope="module")
def read_once(tmp_path_factory):
    """Return a folder with pages of the sample, and a database that holds them."""
    folder = tmp_path_factory.mktemp("corrected")
    (folder / "pages").mkdir()
    for name in PAGES:
        shutil.copy(SAMPLE / name, folder / "pages")
    assert main(["read", str(folder / "pages"), "--db", str(folder / "read.db")]) == 0
    return folder


@pytest.fixture
def database(read_once, tmp_path, monkeypatch, capfd):
    shutil.copy(read_once / "read.db", tmp_path / "news.db")
    monkeypatch.setenv("NUTGRAF_DB", str(tmp_path / "news.db"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "news.db"


@pytest.fixture
def told(capfd):
    """Run the program and return its JSON."""

    def run(*words):
        capfd.readouterr()
        assert main([*map(str, words), "--json"]) == 0
        return json.loads(capfd.readouterr().out)

    return run


@pytest.fixture
def stories(told):
    """Return the stories by the beginning of a title in them."""

    def find(beginning):
        titles = {row["id"]: row["title"] or "" for row in told("articles")}
        for story in told("stories"):
            members = [each["id"] for each in told("story", story["id"])["articles"]]
            if any(titles[each].startswith(beginning) for each in members):
                return story["id"], members
        raise AssertionError(beginning)

    return find


def test_a_story_is_merged_shown_listed_and_parted_again(database, stories, told, capfd):
    (dam, dam_articles), (review, (old,)) = stories("Ardovian minister"), stories("The night the horn")
    before = told("export")
    assert main(["merge", dam[:8], review[:8], "--note", "one dam", "--by", "Mara Vint"]) == 0
    page = " ".join(capfd.readouterr().out.split())
    assert "Correction 1: Mara Vint merged the story of “" in page
    assert "Take it back with: nutgraf undo 1" in page
    (one,) = told("stories")
    assert one["articles"] == len(dam_articles) + 1
    whys = {each["id"]: each["why"] for each in told("story", dam[:8])["articles"]}  # an id of before leads to it
    assert set(whys) == {*dam_articles, old}
    assert all(
        why.startswith("put here by hand: Mara Vint merged two stories into this one on ") for why in whys.values()
    )
    assert [(row["number"], row["state"]) for row in told("corrections")] == [(1, "counts")]
    assert main(["undo"]) == 0
    assert told("export") == before
    assert main(["doctor", "--verify"]) == 0


def test_stories_are_the_same_after_an_upgrade_and_in_another_database(
    read_once, database, stories, told, tmp_path, monkeypatch
):
    (dam, _), (review, _) = stories("Ardovian minister"), stories("The night the horn")
    outcome = next(row["id"] for row in told("articles") if (row["title"] or "").startswith("Ardovian union"))
    told("split", dam[:8], outcome[:8], "--note", "after the talks")
    told("undo")
    told("move", outcome[:8], "--to", review[:8])
    told("pin", outcome[:8])
    told("merge", stories("Ardovian minister")[0], stories("Ardovian union")[0])
    told("undo", 5)
    corrected = told("export")
    whys = {each["id"]: each["why"] for story in corrected["stories"] for each in story["articles"]}
    assert whys[outcome].startswith(f"put here by hand: {getpass.getuser()} pinned it on ")
    (tmp_path / "kept.json").write_text(json.dumps(told("corrections")))

    newer = replace(stages.default_stages().made_by, extract="extract/x", annotate="annotate/x", cluster="cluster/x")
    made = stages.default_stages
    monkeypatch.setattr(stages, "default_stages", lambda *given: replace(made(*given), made_by=newer))
    assert told("read", read_once / "pages")["extracted"] == len(PAGES)
    assert told("export") == corrected

    monkeypatch.setenv("NUTGRAF_DB", str(tmp_path / "fresh.db"))
    assert main(["read", str(read_once / "pages")]) == 0
    assert told("export") != corrected
    assert [row["number"] for row in told("corrections", "--import", "kept.json")["added"]] == [1, 2, 3, 4, 5, 6]
    assert told("export") == corrected
    assert told("corrections") == json.loads((tmp_path / "kept.json").read_text())
    assert told("corrections", "--import", "kept.json") == {"added": [], "known": 6}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["merge", "0000"], 2, "nutgraf --help"),
        (["merge", "0000", "1111"], 3, "List what there is with: nutgraf stories"),
        (["move", "0000"], 2, "--to"),
        (["pin", "0000"], 3, "List what there is with: nutgraf articles"),
        (["undo"], 3, "There is nothing to undo"),
        (["undo", "5"], 3, "There is no correction 5"),
        (["undo", "x"], 2, "NUMBER"),
        (["undo", "--by", " "], 2, "A correction needs a name. Say who decides: --by NAME"),
        (["undo", "--note", "x" * 501], 2, "--note takes up to 500 characters; these are 501."),
        (["corrections", "--import", "nowhere.json"], 2, "Cannot read nowhere.json"),
        (["undo", "--db", "nowhere.db"], 3, "Read some pages: nutgraf read FOLDER"),
    ],
)
def test_what_is_off_is_told_with_what_to_do(database, capfd, words, code, said):
    assert main(words) == code
    shown = capfd.readouterr()
    assert said in shown.err
    assert shown.out == ""
    assert not Path("nowhere.db").exists()


@pytest.mark.parametrize(
    ("variables", "file", "options", "name"),
    [
        ({"NUTGRAF_BY": "Ivo"}, 'by = "Ann"', ["--by", "Mara  Vint"], "Mara Vint"),
        ({"NUTGRAF_BY": "Ivo"}, 'by = "Ann"', [], "Ivo"),
        ({}, 'by = "Ann"', [], "Ann"),
        ({"LOGNAME": "desk7"}, "", [], "desk7"),
    ],
)
@pytest.mark.usefixtures("database")
def test_who_decides(told, monkeypatch, variables, file, options, name):
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value)
    Path("nutgraf.toml").write_text(file)
    member = next(row["id"] for row in told("articles") if (row["title"] or "").startswith("Ardovian minister"))
    assert told("pin", member, *options)["correction"]["by"] == name


def test_a_login_name_that_nobody_knows_is_asked_for(database, told, monkeypatch, capfd):
    def nobody():
        raise KeyError("uid not found")

    monkeypatch.setattr(getpass, "getuser", nobody)
    member = told("articles")[0]["id"]
    assert main(["pin", member]) == 2
    assert "Your login name is not known. Say who decides: --by NAME" in capfd.readouterr().err
