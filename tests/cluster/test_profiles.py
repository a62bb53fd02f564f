"""What of an account goes into its profile, and what it weighs there."""

import math
from dataclasses import replace

import numpy as np
import pytest

from nutgraf.cluster.profiles import ONE, plain_number, profile_accounts, rarity
from nutgraf.models.embedder import WIDTH
from nutgraf.models.terms import term_weight
from nutgraf.records.annotation import Entity, EntityKind, Mention, Sentence, Time, TimeKind
from nutgraf.records.article import Role, Sure
from nutgraf.text import fold

FILLER = "and so it was that they had to be there, " * 10
"""410 characters of words that say nothing."""

NEAR = 0.002


def read(account):
    (profile,) = profile_accounts([account])
    return profile


def named(account, **kinds):
    """Return an account with names of a kind, each with the count of its mentions."""
    entities, mentions = [], []
    for kind, names in kinds.items():
        for name, count in names.items():
            key = f"{kind}:{fold(name)}"
            entities.append(Entity(key, EntityKind(kind), name, (name,), "", "", None))
            mentions += [Mention(place, place + 1, EntityKind(kind), key, True) for place in range(count)]
    return replace(account, annotation=replace(account.annotation, entities=tuple(entities), mentions=tuple(mentions)))


def parted(account, *sentences):
    """Return an account with its sentences marked."""
    text, marked = account.article.text, []
    for place, sentence in enumerate(sentences):
        start = text.index(sentence)
        marked.append(Sentence(start, start + len(sentence), place, Role.BODY))
    return replace(account, annotation=replace(account.annotation, sentences=tuple(marked)))


def ratio(row, one, two):
    return row[one] / row[two]


def test_a_row_has_one_length(profiles):
    for profile in profiles.values():
        for row in (profile.words, profile.people, profile.places, profile.opening, profile.numbers):
            assert not row or math.sqrt(sum(weight * weight for weight in row.values())) == pytest.approx(ONE, rel=NEAR)
            assert list(row) == sorted(row)
            assert 0 not in row.values()


def test_nothing_in_a_profile_depends_on_another_account(accounts, profiles):
    assert [read(account) for account in accounts[:4]] == [profiles[each.article.id] for each in accounts[:4]]
    assert profile_accounts(accounts[4:1:-1]) == [profiles[each.article.id] for each in accounts[4:1:-1]]


def test_the_lead_counts_double_and_so_does_the_title(write):
    words = read(write("a", None, f"A zorblat. {FILLER} A quimble.")).words
    assert ratio(words, "zorblat", "quimbl") == pytest.approx(1 + math.log(2), rel=NEAR)
    words = read(write("a", "Zorblat", f"{FILLER} A quimble, a zorblat.")).words
    assert ratio(words, "zorblat", "quimbl") == pytest.approx(1 + math.log(3), rel=NEAR)


def test_a_word_weighs_by_how_rare_it_is(write):
    words = read(write("a", None, "The government of zorblat.")).words
    assert ratio(words, "zorblat", "govern") == pytest.approx(
        (term_weight("zorblat") / term_weight("govern")) ** 0.75, rel=NEAR
    )
    assert rarity("zorblat") == pytest.approx(term_weight("zorblat") ** 0.75)


def test_a_name_weighs_half_among_the_words_and_whole_among_its_kind(write):
    account = named(write("a", None, "Zorblat met a quimble."), person={"Zorblat": 1})
    profile = read(account)
    assert ratio(profile.words, "zorblat", "quimbl") == pytest.approx(0.5, rel=NEAR)
    assert profile.people == {"zorblat": ONE}
    assert profile.places == {}


def test_names_are_parted_by_their_kind_and_weigh_by_their_mentions(write):
    names = {"person": {"Zorblat": 3, "Quimble": 1}, "place": {"Veyra": 0}, "organisation": {"Frobnitz": 9}}
    profile = read(named(write("a", None, "Rain."), **names))
    assert ratio(profile.people, "zorblat", "quimbl") == pytest.approx(1 + math.log(3), rel=NEAR)
    assert profile.places == {"veyra": ONE}
    assert "frobnitz" not in profile.people | profile.places


def test_of_two_people_of_one_name_the_more_named_counts(write):
    people = {"Ada Zorblat": 3, "Odo Zorblat": 1, "Quimble": 1}
    profile = read(named(write("a", None, "Rain."), person=people))
    assert ratio(profile.people, "zorblat", "quimbl") == pytest.approx(1 + math.log(3), rel=NEAR)
    assert set(profile.people) == {"odo", "ada", "zorblat", "quimbl"}


def test_the_opening_is_the_title_and_three_sentences(write):
    first, second, third, fourth = (f"{name} {FILLER[:90]}." for name in ("Zorblat", "Quimble", "Frobnitz", "Glarp"))
    account = write("a", "Veyra", " ".join((first, second, third, fourth)))
    assert set(read(parted(account, first, second, third, fourth)).told) == {"veyra", "zorblat", "quimbl", "frobnitz"}


def test_an_opening_is_never_quite_short_nor_quite_long(write):
    short = parted(write("a", None, f"Rain. {FILLER[:150]} Zorblat. {FILLER[:60]} Quimble."), "Rain.")
    assert set(read(short).told) == {"rain", "zorblat"}
    long = f"Rain {FILLER}{FILLER[:200]} Zorblat {FILLER[:80]} Quimble"
    assert set(read(parted(write("a", None, long), long)).told) == {"rain", "zorblat"}
    unread = write("a", None, f"Zorblat {FILLER}{FILLER} Quimble")
    assert set(read(unread).told) == {"zorblat"}


def test_a_title_that_stands_once_more_above_the_text_counts_once(write):
    title, first, second, third = "Rain on Veyra", "Zorblat came.", f"Quimble {FILLER[:200]}.", "Frobnitz left."
    account = write("a", title, f"{title}. {first} {second} {third}")
    again = read(parted(account, title, first, second, third))
    assert set(again.told) == {"rain", "veyra", "zorblat", "quimbl", "frobnitz"}
    plain = parted(write("a", title, f"{first} {second} {third}"), first, second, third)
    assert again.meaning == read(plain).meaning


def test_what_an_opening_names_begins_with_a_capital_or_a_digit(write):
    told = read(write("a", None, "The quimble of Zorblat cost 300 coins.")).told
    assert told == {"300": round(rarity("300") * ONE), "zorblat": round(rarity("zorblat") * ONE)}


def test_long_numbers_weigh_more_than_digits_and_the_opening_double(write):
    first = "Of 300 boats 7 sank."
    account = write("a", None, f"{first} {FILLER} It cost 450 and 8, A4, 1,200 and 2.5.")
    numbers = read(parted(account, first)).numbers
    assert set(numbers) == {"300", "7", "450", "8", "1200", "2.5"}
    assert ratio(numbers, "300", "450") == pytest.approx(2, rel=NEAR)
    assert ratio(numbers, "450", "8") == pytest.approx(3, rel=NEAR)
    assert ratio(numbers, "300", "7") == pytest.approx(3, rel=NEAR)
    assert ratio(read(write("a", "50", "50, 60")).numbers, "50", "60") == pytest.approx(1 + math.log(2), rel=NEAR)


def vector(profile):
    row = np.frombuffer(profile.meaning, dtype=np.int8).astype(float)
    return row / np.linalg.norm(row)


def test_what_means_the_same_in_other_words_is_near(write):
    flood = vector(read(write("a", "River floods the town", "")))
    other = vector(read(write("b", "Streets under water after the stream burst its banks", "")))
    strike = vector(read(write("c", "Teachers on strike for higher pay", "")))
    assert flood @ other > flood @ strike + 0.2


def test_the_first_things_mean_most_and_four_are_read(write):
    flood, strike, rain = "The river floods the town.", "Teachers strike for higher pay.", "Rain fell."

    def meant(title, *sentences):
        return vector(read(parted(write("a", title, " ".join(sentences)), *sentences)))

    alone = meant(flood)
    assert meant(flood, rain, strike) @ alone > meant(strike, rain, flood) @ alone + 0.1
    assert meant("News", rain, "Snow fell.", flood) @ alone > meant("News", rain, "Snow fell.") @ alone + 0.1
    assert (
        meant("News", rain, "Snow fell.", "Hail fell.", flood) == meant("News", rain, "Snow fell.", "Hail fell.")
    ).all()


def test_meaning_is_a_row_of_signed_bytes(profiles):
    for profile in profiles.values():
        row = np.frombuffer(profile.meaning, dtype=np.int8)
        assert len(row) == WIDTH
        assert np.abs(row.astype(int)).max() == 127


def test_other_languages_have_no_meaning_here(write):
    account = write("a", "Fluss tritt über die Ufer", "")
    spoken = {
        language: read(replace(account, article=replace(account.article, language=language)))
        for language in ("de", "en", "", None)
    }
    assert {language for language, profile in spoken.items() if profile.meaning} == {"en", "", None}
    assert (spoken["de"].language, spoken[None].language) == ("de", "")


@pytest.mark.parametrize("title", [None, "", "?!", "—"])
def test_an_account_without_a_word_has_nothing(write, title):
    profile = read(write("a", title, ""))
    assert (profile.words, profile.opening, profile.told, profile.numbers, profile.meaning) == ({}, {}, {}, {}, b"")
    assert profile.size == 0


@pytest.mark.parametrize("title", ["😀 x", "中文新闻", "ß", "a", "of the"])
def test_odd_words_have_a_meaning_too(write, title):
    assert len(read(write("a", title, "")).meaning) == WIDTH


def test_size_counts_different_stems(write):
    assert read(write("a", "Zorblat", "A zorblat, two zorblats, a quimble of 300.")).size == 3


def test_times_and_what_is_counted_are_taken_over(write):
    account = write("a", "The 13th package", "In 1961, 1962 and 1963.", "2031-05-20T12:00+00:00")
    time = Time(0, 3, TimeKind.DATE, "2031-03-02", "", "", Sure.SURE)
    account = replace(account, annotation=replace(account.annotation, times=(time,)))
    profile = read(account)
    assert profile.published == (profile.published[0],) * 2
    assert profile.days == (profile.told_day,)
    assert profile.years == profile.past == (1961, 1962, 1963)
    assert profile.counted == ("13 packag",)
    assert (profile.article, profile.version) == ("a", "v-a")


@pytest.mark.parametrize(
    ("printed", "plain"),
    [("2,100", "2100"), ("2.100", "2100"), ("1.250.000", "1250000"), ("3,4", "3.4"), ("27.50", "27.50")],
)
def test_numbers_are_one_however_their_marks_stand(printed, plain):
    assert plain_number(printed) == plain
