"""Names: spellings of one name, and people who are not one."""

import pytest

from nutgraf.compare.naming import fold_entities


@pytest.mark.parametrize(
    ("left", "right", "verdicts"),
    [
        (
            "Minister Bohdan Koretsky spoke on Monday. Koretsky left at noon.",
            "Bohdan Koretskyy spoke on Monday. Koretskyy left at noon.",
            ["agree"],
        ),
        ("Anna Brodik won the race.", "Anna Brodin lost the race.", []),
        ("Ilse Brandt won.", "Ilse Brandt lost.", []),
    ],
)
def test_spellings(left, right, verdicts, find):
    assert [verdict for verdict, _ in find("naming", left, right)] == verdicts


def test_a_surname_stands_for_the_one_person_whom_it_fits(make_accounts):
    accounts = make_accounts("Ilse Brandt won the race.", "Brandt won, said Brandt's coach, Ivo Krantz.")
    standing = fold_entities(accounts)
    assert standing.get("person:brandt", "person:ilse brandt") == "person:ilse brandt"


def test_a_surname_of_two_people_stands_for_neither(make_accounts):
    accounts = make_accounts("Ilse Brandt won the race. Carl Brandt came second.", "Mr Brandt spoke in the hall.")
    standing = fold_entities(accounts)
    assert standing.get("person:brandt", "person:brandt") == "person:brandt"


def test_every_key_stands_for_one_that_stands_for_itself(make_accounts):
    standing = fold_entities(
        make_accounts("Ilse Brandt met Ivo Krantz in Bergen.", "Brandt met Krantz in Bergen, Norway.")
    )
    assert all(standing[key] == key for key in standing.values())
