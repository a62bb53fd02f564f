import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.extract.bylines import read_byline
from nutgraf.extract.person_names import is_known_person, name_of_slug, person_name, same_name
from nutgraf.text import fold

NAMED = [
    ("By Ann Bell", "Ann Bell", ""),
    ("By Ann Bell, Marek Dole, and Lea Noor", "Ann Bell, Marek Dole, Lea Noor", ""),
    ("ByAnn Bell", "Ann Bell", ""),
    ("By ANN O'BELL", "Ann O'Bell", ""),
    ("Written By: Ann Bell", "Ann Bell", ""),
    ("Story by Ann Bell | Photos by Uwe Kahl", "Ann Bell", ""),
    ("By Ann Bell, Staff Writer", "Ann Bell", ""),
    ("By Ann Bell and Marek Dole | Harbour Gazette", "Ann Bell, Marek Dole", "Harbour Gazette"),
    ("By Ann Bell of the Harbour Gazette", "Ann Bell", ""),
    ("By Ann Bell (@annbell), ann@gazette.example", "Ann Bell", ""),
    ("By Ann Bell Jun 08, 2023 • 11 Minute Read", "Ann Bell", ""),
    ("Ann BellPublished June 8", "Ann Bell", ""),
    ("Ann Bell, MD, PhD", "Ann Bell", ""),
    ("By Dr. Ann Bell - Mar 27, 2024", "Dr. Ann Bell", ""),
    ("By Marek Dole Jr.", "Marek Dole Jr.", ""),
    ("Author: Ann Bell Published: Feb 6, 2024", "Ann Bell", ""),
    ("Published 3 May 2019 by Ann Bell", "Ann Bell", ""),
    ("By Larry Page and Emily Post", "Larry Page, Emily Post", ""),
    ("By the Harbour Gazette Editorial Board", "", "Harbour Gazette Editorial Board"),
    ("By Staff Writer", "", "Staff Writer"),
    ("by whelk", "", "whelk"),
    ("Von Jana Weber und Uwe Kahl, Nordhafen", "Jana Weber, Uwe Kahl", "Nordhafen"),
    ("VON JANA WEBER", "Jana Weber", ""),
    ("Autorin: Jana Weber", "Jana Weber", ""),
    ("Geschrieben von Jana Weber am 12. März 2019", "Jana Weber", ""),
    ("12.03.19, 12:30 Uhr | Jana Weber", "Jana Weber", ""),
    ("Text: Jana Weber, Fotos: Uwe Kahl", "Jana Weber", ""),
    ("Par Anne Morel et Luc de la Tour", "Anne Morel, Luc de la Tour", ""),
    ("Par Anne Morel avec AFP", "Anne Morel", "AFP"),
    ("Por Ana García Luna y Luis Peña", "Ana García Luna, Luis Peña", ""),
    ("di Carlo Rossi", "Carlo Rossi", ""),
    ("a cura di Carlo Rossi", "Carlo Rossi", ""),
    ("Door Jan de Vries", "Jan de Vries", ""),
    ("Автор: Анна Петрова", "Анна Петрова", ""),
    ("Facebook", "", ""),
    ("Share this article", "", ""),
    ("4 comments", "", ""),
]


@pytest.mark.parametrize(("words", "persons", "others"), NAMED)
def test_a_byline_names_people_and_who_else_signs(words, persons, others):
    found = read_byline(words)
    assert (", ".join(found.persons), ", ".join(found.others)) == (persons, others)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ann Bell", "Ann Bell"),
        ("Ludwig van der Berg", "Ludwig van der Berg"),
        ("J. K. Dole", "J. K. Dole"),
        ("Privacy Policy", None),
        ("Harbour Gazette News", None),
        ("A Fisher's Weblog", None),
        ("Wedding ListsPlans Kept", None),
        ("April June", None),
        ("ann bell", None),
        ("Bell", None),
    ],
)
def test_the_form_of_a_name(words, name):
    assert person_name(words) == name


def test_known_names_begin_with_a_first_name_or_hold_an_initial():
    assert [is_known_person(words) for words in ("Ann Bell", "Quorl K. Dole", "Ocean Drift")] == [True, True, False]


def test_the_address_of_an_author_spells_a_name():
    slugs = ("ann-bell", "jan_de_vries", "annbell", "news-desk", "a1-b2")
    assert [name_of_slug(slug) for slug in slugs] == ["Ann Bell", "Jan de Vries", None, None, None]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ann Bell", "ANN BELL", True),
        ("Dr. Ann Bell", "Ann Bell", True),
        ("Ann K. Bell", "Ann Bell", True),
        ("Ann Bell", "Anna Bell", False),
        ("Ann Bell", "Ann Dole", False),
    ],
)
def test_two_spellings_of_one_name(one, other, same):
    assert same_name(one, other) is same


@given(st.text(max_size=160))
def test_any_words_are_read_and_only_their_own_words_come_back(words):
    byline = read_byline(words)
    plain = fold(" ".join(words.split()))
    for name in (*byline.persons, *byline.others):
        assert all(fold(part).strip(".") in plain for part in name.split())
