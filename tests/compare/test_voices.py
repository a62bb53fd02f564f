"""Voices: what the statements of one point go back to, at the most and at the fewest."""

import pytest

from nutgraf.text import fold

SALE = "the Korsund bridge will be sold to a builder from Bergen next spring"
FLAT = "The Korsund bridge will be sold to a builder from Bergen next spring."


@pytest.fixture
def voices(make_accounts, compare):
    """Return (fewest, names of the origins) of the point that texts make together."""

    def voices_of(*texts):
        point = max(compare(make_accounts(*texts)).points, key=lambda point: len(point.statements))
        assert len(point.statements) == len(texts)
        return point.fewest, sorted(fold(origin.name) for origin in point.origins)

    return voices_of


def said_by(who):
    return f"{SALE[0].upper()}{SALE[1:]}, {who} said."


def test_outlets_that_speak_for_themselves_are_as_many_as_they_are_or_one(voices):
    assert voices(FLAT, FLAT.replace("next spring", "in the spring")) == (1, ["port vell courier", "sund gazette"])


def test_one_person_is_one_origin_however_many_print_it(voices):
    assert voices(said_by("Mayor Ines Okafor"), said_by("Ines Okafor")) == (1, ["ines okafor"])


def test_two_persons_are_two(voices):
    assert voices(said_by("Ines Okafor"), said_by("Marten Lund")) == (2, ["ines okafor", "marten lund"])


def test_an_outlet_of_its_own_may_have_it_from_the_person_whom_another_names(voices):
    assert voices(said_by("Ines Okafor"), FLAT) == (1, ["ines okafor", "port vell courier"])


def test_one_who_is_not_named_may_be_the_one_who_is(voices):
    fewest, names = voices(said_by("Ines Okafor"), said_by("a city official"))
    assert (fewest, len(names)) == (1, 2)


def test_an_outlet_that_others_cite_is_an_origin(voices):
    cited = f"Reuters reported that {SALE}."
    assert voices(cited, f"{SALE[0].upper()}{SALE[1:]}, Reuters reported.") == (1, ["reuters"])
    assert voices(cited, said_by("Ines Okafor")) == (2, ["ines okafor", "reuters"])


def test_the_grounds_name_who_has_it_from_whom(make_accounts, compare):
    (point,) = (p for p in compare(make_accounts(said_by("Ines Okafor"), FLAT)).points if len(p.statements) == 2)
    assert [origin.reason for origin in point.origins] == [
        "Port Vell Courier's own account.",
        "Sund Gazette has it from Ines Okafor.",
    ]
