"""Names by the tagger and by rules, put together; the tagger's tags are given by hand."""

import pytest

from nutgraf.annotate.naming import Naming
from nutgraf.annotate.tagged import join_namings
from nutgraf.models.tagger import Tag
from nutgraf.records.annotation import EntityKind, Sentence
from nutgraf.records.article import Role

PERSON, BODY, PLACE, GROUP = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.GROUP


def spot(text, words):
    start = text.index(words)
    return start, start + len(words)


def joined(text, tags, rules=(), role=Role.BODY):
    """Return (words, kind, strength) of what comes of tags (words, kind, sure) and rules (words, kind, strength)."""
    told = [Tag(*spot(text, words), "name", kind.value, sure) for words, kind, sure in tags]
    by_rules = [Naming(*spot(text, words), kind, strength, 0) for words, kind, strength in rules]
    sentence = Sentence(0, len(text), 0, role)
    return [(text[n.start : n.end], n.kind, n.strength) for n in join_namings(text, [sentence], [told], by_rules)]


def test_the_tagger_names_and_tells_how_sure_it_is():
    assert joined("Orlo met Brek.", [("Orlo", PERSON, 97), ("Brek", PERSON, 70)]) == [
        ("Orlo", PERSON, 3),
        ("Brek", PERSON, 2),
    ]


def test_a_title_is_no_part_of_a_name_and_the_place_before_it_stays():
    text = "Kessby Mayor Velda Orlo spoke."
    assert joined(text, [("Kessby Mayor Velda Orlo", PERSON, 90)], [("Kessby", PLACE, 2)]) == [
        ("Kessby", PLACE, 2), ("Velda Orlo", PERSON, 3),
    ]  # fmt: skip


def test_a_title_behind_a_first_name_is_a_part_of_the_name():
    assert joined("Muhammad Sheikh Orlo spoke.", [("Muhammad Sheikh Orlo", PERSON, 90)]) == [
        ("Muhammad Sheikh Orlo", PERSON, 3)
    ]


@pytest.mark.parametrize(
    "text", ["Write to Velda.Orlo@kessby.example now.", "It is on https://Kessby.example/Velda now."]
)
def test_rules_name_nobody_inside_an_address(text):
    assert joined(text, [], [("Velda", None, 0)]) == []


def test_small_words_behind_a_place_are_no_part_of_it():
    assert joined("The Korsund bridge fell.", [("Korsund bridge", PLACE, 90)]) == [("Korsund", PLACE, 3)]
    assert joined("a trip to san brenno today", [("san brenno", PLACE, 90)]) == [("san brenno", PLACE, 3)]


@pytest.mark.parametrize(
    ("sure", "expected"),
    [(40, ("Port Vell Courier", BODY, 3)), (95, ("Port Vell", PLACE, 3))],
)
def test_a_tagger_that_doubts_gives_way_to_a_rule_that_is_sure(sure, expected):
    text = "The Port Vell Courier wrote so."
    assert joined(text, [("Port Vell", PLACE, sure)], [("Port Vell Courier", BODY, 3)]) == [expected]


def test_a_known_seat_is_nobody():
    assert joined("A Kremlin source spoke.", [("Kremlin", PERSON, 95)], [("Kremlin", BODY, 3)]) == [
        ("Kremlin", BODY, 3)
    ]


def test_a_longer_name_of_a_sure_rule_has_the_better_ends():
    assert joined("Bruk Tell, 43, left.", [("Bruk", PERSON, 70)], [("Bruk Tell", PERSON, 3)]) == [
        ("Bruk Tell", PERSON, 3)
    ]


def test_a_word_behind_in_is_a_place_if_the_tagger_is_not_sure():
    assert joined("Crews stay in Prevoy.", [("Prevoy", BODY, 60)], [("Prevoy", PLACE, 1)]) == [("Prevoy", PLACE, 1)]
    assert joined("Crews stay in Prevoy.", [("Prevoy", BODY, 90)], [("Prevoy", PLACE, 1)]) == [("Prevoy", BODY, 3)]


def test_one_unknown_word_that_is_told_something_is_no_person():
    assert joined("A person close to it told Transmar.", [("Transmar", PERSON, 80)]) == [("Transmar", BODY, 2)]
    text = "Ann Vardo came. A person close to it told Vardo."
    full = [("Ann Vardo", PERSON, 95)]
    start = text.rindex("Vardo")
    tags = [*(Tag(*spot(text, words), "name", kind.value, sure) for words, kind, sure in full)]
    tags.append(Tag(start, start + 5, "name", "person", 90))
    (_, last) = join_namings(text, [Sentence(0, len(text), 0, Role.BODY)], [tags], [])
    assert last.kind is PERSON


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Norlavia's power workers left.", "Norlavia", PLACE),
        ("Olivia's power workers left.", "Olivia", PERSON),
        ("Norlavia left.", "Norlavia", PERSON),
        ("Brek's power workers left.", "Brek", PERSON),
    ],
)
def test_one_unknown_word_that_ends_as_lands_do_and_owns_something_is_a_place(text, words, kind):
    assert [told[:2] for told in joined(text, [(words, PERSON, 80)])] == [(words, kind)]


def test_a_country_with_the_word_for_its_time_is_the_country():
    assert joined("Tsarist Russia sold it.", [("Tsarist Russia", PLACE, 90)], [("Russia", PLACE, 3)]) == [
        ("Russia", PLACE, 3)
    ]


def test_a_half_of_a_country_is_no_country_with_its_time():
    assert joined("The flag of South Vietnam flew.", [("South Vietnam", PLACE, 90)], [("Vietnam", PLACE, 3)]) == [
        ("South Vietnam", PLACE, 3)
    ]


def test_a_short_form_keeps_its_full_stop_even_where_the_tagger_doubts():
    assert joined("Shares of Korsund Corp. fell.", [("Korsund Corp.", BODY, 46)], [("Korsund Corp", BODY, 3)]) == [
        ("Korsund Corp.", BODY, 1)
    ]


def test_a_town_and_its_state_without_a_comma_are_two_places():
    assert joined("They left Miramar Florida at noon.", [("Miramar Florida", PLACE, 90)]) == [
        ("Miramar", PLACE, 3),
        ("Florida", PLACE, 3),
    ]


@pytest.mark.parametrize(
    ("words", "kind", "strength", "kept"),
    [
        ("Norlandic", GROUP, 3, True), ("Foreign Ministry", BODY, 3, True), ("Great Service", BODY, 3, False),
        ("Slow Pizza", PERSON, 3, False), ("Modern", PLACE, 1, False), ("Reuters", BODY, 3, True),
        ("Vell", None, 0, True),
    ],
)  # fmt: skip
def test_what_rules_alone_may_name(words, kind, strength, kept):
    assert bool(joined(f"They saw {words} there.", [], [(words, kind, strength)])) is kept


def test_words_are_one_kind_over_the_whole_text():
    text = "Norvik won. In Norvik they sang. Norvik lost."
    told = [(0, "organisation", 50), (text.index("In ") + 3, "place", 95), (text.rindex("Norvik"), "place", 90)]
    tags = [Tag(at, at + 6, "name", kind, sure) for at, kind, sure in told]
    found = join_namings(text, [Sentence(0, len(text), 0, Role.BODY)], [tags], [])
    assert {naming.kind for naming in found} == {PLACE}


def test_subheadings_name_nothing_new():
    assert joined("Why Velda Orlo Left Town", [("Velda Orlo", PERSON, 99)], role=Role.SUBHEADING) == []
