"""Why an article is in a story, in words."""

from dataclasses import replace

import pytest

from nutgraf.cluster.kin import draw_picture
from nutgraf.cluster.likeness import Likeness, Part
from nutgraf.cluster.profiles import profile_accounts
from nutgraf.cluster.reasons import (
    Telling,
    label_of,
    listed,
    tell_kin,
    tell_likeness,
    tell_nearer,
    tell_shared,
    tell_stump,
)


@pytest.fixture(scope="module")
def tell(write):
    """Return an account beside its profile, given its title and text."""

    def telling(key, title, text, when=None):
        account = write(key, title, text, when)
        return Telling(account, profile_accounts([account])[0])

    return telling


@pytest.mark.parametrize(
    ("title", "carrier", "origin", "label"),
    [
        ("Rain", "Sund Gazette", None, "“Rain” (Sund Gazette)"),
        ("Rain", "Sund Gazette", "Wire", "“Rain” (Sund Gazette, from Wire)"),
        ("Rain", "Sund Gazette", "sund gazette", "“Rain” (Sund Gazette)"),
        ("Rain", None, "Wire", "“Rain” (Wire)"),
        ("Rain", None, None, "“Rain”"),
        (None, "Wire", None, "the article that begins “Two people drowned when the Tarn…” (Wire)"),
    ],
)
def test_a_reader_knows_an_article_by_its_title_and_outlet(write, title, carrier, origin, label):
    article = write("a", title, "Two people drowned when the Tarn\nflooded the park.").article
    assert label_of(replace(article, carrier=carrier, origin=origin)) == label
    assert (
        Telling(replace(write("a", title, ""), article=replace(article, carrier=carrier, origin=origin)), None).label
        == label
    )


@pytest.mark.parametrize(("parts", "words"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
def test_lists_in_words(parts, words):
    assert listed(parts) == words


@pytest.mark.parametrize(
    ("timeless", "whole", "words"),
    [
        (300_000, 300_000, "likeness 0.30: 0.20 people, 0.09 words, 0.01 meaning"),
        (330_000, 330_000, "likeness 0.33: 0.20 people, 0.09 words, 0.01 meaning, +0.03 a day in common"),
        (
            150_000,
            150_000,
            "likeness 0.15: 0.20 people, 0.09 words, 0.01 meaning, -0.15 other days, another time or number",
        ),
        (300_000, 340_000, "likeness 0.34: 0.20 people, 0.09 words, 0.01 meaning, +0.04 printed at one time"),
        (300_000, 200_000, "likeness 0.20: 0.20 people, 0.09 words, 0.01 meaning, -0.10 days apart"),
        (300_000, 304_999, "likeness 0.30: 0.20 people, 0.09 words, 0.01 meaning"),
        (300_000, 305_000, "likeness 0.30: 0.20 people, 0.09 words, 0.01 meaning, +0.01 printed at one time"),
        (300_000, 295_001, "likeness 0.30: 0.20 people, 0.09 words, 0.01 meaning"),
        (300_000, 295_000, "likeness 0.29: 0.20 people, 0.09 words, 0.01 meaning, -0.01 days apart"),
        (304_999, 304_999, "likeness 0.30: 0.20 people, 0.09 words, 0.01 meaning"),
        (295_001, 295_001, "likeness 0.30: 0.20 people, 0.09 words, 0.01 meaning"),
    ],
)
def test_a_likeness_is_made_up_of_its_parts_the_greatest_first(timeless, whole, words):
    parts = ((Part.WORDS, 90_001), (Part.PEOPLE, 200_000), (Part.PLACES, 4_999), (Part.MEANING, 5_000))
    assert tell_likeness(Likeness(timeless, whole, parts)) == words


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (Part.OPENING, "opening"),
        (Part.NUMBERS, "numbers"),
        (Part.NAMED, "what the openings name"),
        (Part.PLACES, "places"),
    ],
)
def test_every_part_has_words(part, words):
    assert tell_likeness(Likeness(60_000, 60_000, ((part, 60_000),))) == f"likeness 0.06: 0.06 {words}"


def test_names_are_told_by_their_kind_and_rare_words_as_printed(tell):
    one = tell(
        "a", None, "The River Board shut Tarnmouth's old sluice. Ilse Marrow and Tomas Vell saw the CARAVANS sink."
    )
    two = tell("b", "Sluice", "Marrow and Vell in Tarnmouth: sluices, caravans. The River Board said so.")
    why = tell_shared(one, two)
    begin, end = why.split(" (likeness ")
    assert begin == (
        "shares with “Sluice” (Paper b) the people Ilse Marrow and Tomas Vell; the place Tarnmouth; the organisation "
        "River Board; the rare words “sluice” and “Caravans”"
    )
    assert end.startswith("0.")


def test_of_several_people_those_that_weigh_most_come_first(tell):
    names = "Marrow, Vell, Brandt and Salt"
    people = {"marrow": 1, "vell": 9, "brandt": 4, "salt": 6}
    one, two = (
        replace(each, profile=replace(each.profile, people=people))
        for each in (tell("a", None, names), tell("b", "Rain", names))
    )
    assert "the people Vell, Salt and Brandt" in tell_shared(one, two)


def test_names_that_only_one_has_are_not_shared(tell):
    one, two = tell("a", None, "Ilse Marrow saw rain."), tell("b", "Rain", "Tomas Vell saw rain.")
    assert "person" not in tell_shared(one, two)


def test_three_names_of_a_kind_and_four_rare_words_are_enough(tell):
    names = "Marrow, Vell, Brandt and Salt"
    rare = "quagmire, sluice, herring, caravan, trawler"
    why = tell_shared(tell("a", None, f"{names}: {rare}."), tell("b", "Rain", f"{names}: {rare}."))
    people = next(part for part in why.split("; ") if "the people" in part)
    assert people.count(",") == 1
    assert why.count("“") == 1 + 4


def test_where_nothing_rare_is_shared_ordinary_words_are_told(tell, profile):
    one, two = tell("a", None, "The government met."), tell("b", "Meeting", "The government met.")
    assert tell_shared(one, two).startswith("shares with “Meeting” (Paper b) many ordinary words (likeness ")


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Sluice", "one word that says something, 100%"),
        ("Sluice shut, quagmire near", "2 words that say something, 67%"),
    ],
)
def test_a_stump_is_told_by_what_stands_in_the_full_text(tell, title, words):
    full = tell("b", "Flood", "The sluice stood in a quagmire.")
    why = tell_stump(tell("a", title, ""), full, 1.0 if title == "Sluice" else 2 / 3)
    assert why.startswith(f"a short text that shares {words} of its weight, with “Flood” (Paper b): the rare word")


def test_across_languages_no_word_is_told_that_was_not_compared(tell):
    one, two = (
        tell("a", None, "Camion dans le tunnel de Göschenen en 2027."),
        tell("b", "Túnel", "Camion: Göschenen 2027."),
    )
    french, spanish = (
        replace(each, profile=replace(each.profile, language=language, told=told))
        for each, language, told in ((one, "fr", {"goschenen": 5}), (two, "es", {"goschenen": 5}))
    )
    assert "“Camion”" in tell_shared(one, two)
    why = tell_shared(french, spanish)
    assert why.startswith(
        "shares with “Túnel” (Paper b) the rare words “Göschenen” and “2027” (in different languages, "
    )
    assert "people, places, numbers and names alone; likeness 0." in why
    english, german = tell("a", None, "The government met in March."), tell("b", "Treffen", "Im March, government.")
    german = replace(german, profile=replace(german.profile, language="de"))
    assert tell_shared(english, german).startswith(
        "shares with “Treffen” (Paper b) common names or numbers (in different"
    )


def test_a_stump_with_nothing_rare_lists_nothing(tell):
    why = tell_stump(tell("a", "Government met", ""), tell("b", "Flood", "The government met."), 0.6)
    assert why.endswith("60% of its weight, with “Flood” (Paper b)")


def test_a_small_group_is_told_by_its_mean_likeness():
    assert tell_nearer(12, 264_000) == "nearer to the 12 texts of this story than to any other (mean likeness 0.26)"


def test_an_account_in_its_own_manner_is_told_by_what_the_story_names(tell):
    words = "quagmire sluice herring caravan trawler mediator prosecutor cathedral pensioner invention"
    story = [tell(key, None, words) for key in "bcd"]
    picture = draw_picture([each.profile for each in story])
    why = tell_kin(tell("a", None, "A quagmire, a TRAWLER's sluice."), picture)
    begin, _, share = why.partition(" (")
    named = begin.removeprefix("tells the story in a manner of its own, but shares what most of its accounts name: ")
    assert sorted(named.split(", ")) == ["Trawler", "quagmire", "sluice"]
    assert share.endswith("% of the weight of the words they have in common)")
    every = tell_kin(tell("a", None, words), picture)
    assert every.partition(" (")[0].endswith(" and 2 more")
    assert every.endswith("(100% of the weight of the words they have in common)")
