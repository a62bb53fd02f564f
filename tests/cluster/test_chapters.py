"""Phases of a story by how its accounts stand to the event it turns on."""

import random
from dataclasses import replace

import pytest

from nutgraf.cluster.articles import cluster_articles
from nutgraf.cluster.chapters import UNTOLD, find_chapters
from nutgraf.records.annotation import Sentence, Time, TimeKind
from nutgraf.records.article import Role, Sure
from nutgraf.records.copies import Copies


def told(chapters):
    return {chapter.name: chapter.articles for chapter in chapters}


def dated(account, words, day):
    """Mark `words` of the account as naming a day; each line of the text is a sentence."""
    text = account.article.text
    start = text.index(words)
    time = Time(start, start + len(words), TimeKind.DATE, day, f"date:{day}", "by hand", Sure.SURE)
    ends = [place for place, letter in enumerate(text) if letter == "\n"] + [len(text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    sentences = tuple(Sentence(*place, 0, Role.BODY) for place in zip(starts, ends, strict=True))
    return replace(account, annotation=replace(account.annotation, times=(time,), sentences=sentences))


@pytest.fixture
def quarry(write):
    """A quarry wall slides on the 2nd; owners and villagers are to meet on the 12th; they have met."""
    rows = {
        "slide": ("Wall of quarry slides on village road", "Stones buried the road to Olsk before dawn.", "2031-05-02"),
        "plan": ("Talks on the slide set", "Owners will hold talks with villagers on 12 May.", "2031-05-09"),
        "eve": ("Owners call the slide an act of God", "They say so ahead of talks on 12 May.", "2031-05-11"),
        "side": ("The bus that went round", "The road is shut. Talk in the bus is of little else.", "2031-05-10"),
        "loose": ("Two sides, one road", "Both sides will be at the talks in the school.", None),
        "end": ("Road to Olsk to open", "After six hours of talks the owners gave way.", "2031-05-13"),
    }
    accounts = {key: write(key, *row) for key, row in rows.items()}
    for key in ("plan", "eve"):
        accounts[key] = dated(accounts[key], "12 May", "2031-05-12")
    return accounts


def test_a_sudden_event_with_talks_has_three_chapters(quarry):
    chapters = find_chapters(list(quarry.values()))
    assert told(chapters) == {
        "first reports, before the talks were known": ("slide",),
        "before the talks on 12 May": ("plan", "side", "eve", "loose"),
        "after the talks on 12 May": ("end",),
    }
    assert "printed on 2 May" in chapters[0].reason
    assert "printed before 12 May" in chapters[1].reason


def test_a_day_that_one_text_alone_names_is_not_believed(quarry):
    del quarry["eve"]
    assert "before the talks" in told(find_chapters(list(quarry.values())))


def test_a_day_that_two_copies_name_is_not_believed(quarry):
    chapters = find_chapters(list(quarry.values()), [("eve", "plan")])
    assert "before the talks" in told(chapters)


def test_copies_stand_in_one_chapter(quarry, write):
    copy = write("copy", "The bus that went round", "The road is shut.")
    chapters = find_chapters([*quarry.values(), copy], [("copy", "slide")])
    assert told(chapters)["first reports, before the talks were known"] == ("slide", "copy")


def test_a_theft_is_parted_at_the_arrest_that_nobody_announced(write):
    rows = {
        "gone": ("Bronze hare stolen from museum", "The hare of Lumen is gone, the museum says.", "2031-06-03"),
        "mocked": ("Museum had no alarm", "A door was left open, the museum of Lumen admits.", "2031-06-04"),
        "caught": ("Guard held over hare", "The guard was arrested on 9 June in Olsk.", "2031-06-09"),
        "told": ("Guard says he was paid", "Since his arrest on 9 June the guard has talked.", "2031-06-11"),
        "back": ("Hare of Lumen is home", "Found two days after the arrest on 9 June.", "2031-06-12"),
    }
    accounts = {key: write(key, *row) for key, row in rows.items()}
    for key in ("caught", "told", "back"):
        accounts[key] = dated(accounts[key], "9 June", "2031-06-09")
    chapters = find_chapters(list(accounts.values()))
    assert told(chapters) == {"before 9 June": ("gone", "mocked"), "9 June and after": ("caught", "told", "back")}
    accounts["mocked"] = dated(
        write("mocked", None, "On 9 June all will be told.", "2031-06-04"), "9 June", "2031-06-09"
    )
    assert find_chapters(list(accounts.values())) == ()


def test_a_summit_has_a_chapter_before_and_one_after(accounts, events):
    summit = [account for account in accounts if account.article.id in events["summit-veyra"]]
    chapters = find_chapters(summit)
    assert told(chapters) == {"before the summit": ("a1", "a2"), "after the summit": ("a3", "a4")}
    assert "“" in chapters[0].reason


def test_an_account_that_does_not_tell_is_kept_apart(write):
    ahead = [write(key, None, "The summit in Veyra will begin on Friday.") for key in "ab"]
    chapters = find_chapters([*ahead, write("c", None, "A summit is a fine thing to look at.")])
    assert told(chapters) == {"before the summit": ("a", "b"), UNTOLD: ("c",)}


def test_a_story_keeps_every_article_in_exactly_one_chapter(accounts):
    for story in cluster_articles(accounts, Copies((), (), "test")):
        listed = [article for chapter in story.chapters for article in chapter.articles]
        assert not story.chapters or sorted(listed) == [member.article for member in story.members]


def test_the_order_of_accounts_changes_nothing(quarry):
    accounts = list(quarry.values())
    for seed in range(10):
        shuffled = random.Random(seed).sample(accounts, len(accounts))
        assert find_chapters(shuffled) == find_chapters(accounts)


def test_a_dam_break_has_no_chapters(accounts, events):
    assert find_chapters([account for account in accounts if account.article.id in events["flood-olsk"]]) == ()


def test_one_account_has_no_chapters(write):
    assert find_chapters([write("a", None, "The summit in Veyra will begin on Friday.")]) == ()


def test_chapters_are_in_the_order_of_publication(write):
    text = "The summit in Veyra will begin on Friday."
    accounts = [write("a", None, text, "2031-05-03"), write("b", None, text, "2031-05-01"), write("c", None, text)]
    (chapter,) = find_chapters(accounts)
    assert chapter.articles == ("b", "a", "c")
