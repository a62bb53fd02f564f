"""Who and what is named, with invented people, places and bodies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.annotate.entities import annotate_entities
from nutgraf.records.article import Role


@pytest.fixture(scope="session")
def annotate(make_article, tagged):
    def found(*blocks):
        article = make_article(list(blocks))
        return article, *annotate_entities(article, *tagged(article))

    return found


@pytest.fixture
def named(annotate):
    def found(*blocks):
        article, _, mentions = annotate(*blocks)
        return [(m.kind.value, article.text[m.start : m.end]) for m in mentions if m.named]

    return found


@pytest.fixture
def referring(annotate):
    def found(*blocks):
        article, _, mentions = annotate(*blocks)
        return [(article.text[m.start : m.end], m.entity) for m in mentions if not m.named]

    return found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("President Mila Arsova resigned.", [("person", "Mila Arsova")]),
        ("Velda Orlo, the harbour spokeswoman, resigned.", [("person", "Velda Orlo")]),
        ("They met district judge Ione Teck.", [("person", "Ione Teck")]),
        ("Mr Teck’s plan failed.", [("person", "Teck")]),
        ("J. D. Corvan spoke.", [("person", "J. D. Corvan")]),
        ("Gov. Rita Salas spoke.", [("person", "Rita Salas")]),
        ("Bruk Tell, 43, survived.", [("person", "Bruk Tell")]),
        ("The Norwegian President Olav Brek left.", [("group", "Norwegian"), ("person", "Olav Brek")]),
        ("They left for Anchorage, Alaska.", [("place", "Anchorage"), ("place", "Alaska")]),
        ("They met at Joint Base Orlo-Teck in Oslo.", [("place", "Joint Base Orlo-Teck"), ("place", "Oslo")]),
        ("It hit the port town of Kessby.", [("place", "Kessby")]),
        ("They meet in the capital, Kessby, on Monday.", [("place", "Kessby")]),
        ("He was seen in the capital, Marlow said.", [("person", "Marlow")]),
        ("They met in the capital, Petrov, 44, said.", [("person", "Petrov")]),
        ("Kessby Mayor Velda Orlo spoke.", [("place", "Kessby"), ("person", "Velda Orlo")]),
        ("The Kessby City Council voted.", [("organisation", "Kessby City Council")]),
        ("The Ministry of Water and Energy fell.", [("organisation", "Ministry of Water and Energy")]),
        ("She told the Kessby Courier and the BBC.", [("organisation", "Kessby Courier"), ("organisation", "BBC")]),
        ("A Kremlin source told Reuters.", [("organisation", "Kremlin"), ("organisation", "Reuters")]),
        ("Talks between the US-Norway teams began.", [("place", "US"), ("place", "Norway")]),
        ("The Danes met Ukrainian officials.", [("group", "Danes"), ("group", "Ukrainian")]),
        ("Police said nobody was hurt on Friday.", []),
        ("However, Analysts disagree.", []),
    ],
)
def test_names(named, words, expected):
    assert named(words) == expected


def test_people_of_an_invented_country_are_a_group(named):
    assert ("group", "Valdovian") in named("The flood hit northern Valdovia. Valdovian troops came.")


def test_a_surname_takes_the_key_of_the_one_full_name(annotate):
    _, entities, mentions = annotate("Velda J. Orlo spoke. Orlo left. Mayor Velda Orlo slept.")
    assert {mention.entity for mention in mentions if mention.named} == {"person:velda orlo"}
    assert [entity.forms for entity in entities] == [("Orlo", "Velda J. Orlo", "Velda Orlo")]


def test_a_surname_that_fits_two_people_stays_its_own(annotate):
    _, _, mentions = annotate("Velda Orlo, a nurse, met Bruk Orlo, a baker. Orlo spoke.")
    assert len({mention.entity for mention in mentions}) == 3


def test_roles_are_verbatim_and_gender_is_told(annotate):
    _, entities, _ = annotate(
        "Velda Orlo, director of tides at the Kessby Institute, spoke. Kremlin aide Bruk Tell left."
    )
    roles = {entity.name: entity.role for entity in entities}
    assert roles["Velda Orlo"] == "director of tides at the Kessby Institute"
    assert roles["Bruk Tell"] == "Kremlin aide"
    _, entities, _ = annotate("Mrs Orlo left.")
    assert entities[0].gender == "f"


def test_an_acronym_shares_the_key_of_its_name(annotate):
    _, entities, _ = annotate("The National Tide Service (NTS) warned of waves. The NTS was right.")
    assert [entity.forms for entity in entities] == [("NTS", "National Tide Service")]


def test_subheadings_name_only_what_the_text_names(named):
    found = named(("Why Velda Orlo Left Town", Role.SUBHEADING), "Velda Orlo, a nurse, left.")
    assert found == [("person", "Velda Orlo"), ("person", "Velda Orlo")]


def test_pronouns_and_descriptions(referring):
    assert referring("Mayor Velda Orlo spoke. She left. The mayor slept.") == [
        ("She", "person:velda orlo"),
        ("The mayor", "person:velda orlo"),
    ]
    assert referring("Norwegian President Olav Brek met Danish President Jens Holm. The Norwegian leader smiled.") == [
        ("The Norwegian leader", "person:olav brek")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Mr Teck and Mr Orlo met before he left.",
        "Mr Teck left. The official said he was tired.",
        "Mr Teck said: “He is tired.”",
    ],
)
def test_where_two_remain_or_others_speak_nobody_is_meant(referring, words):
    assert referring(words) == []


@given(st.text(alphabet="ABcd .,'’“\"-–()1\nMr", max_size=80))
def test_mentions_lie_in_the_text_in_order_whatever_it_is(annotate, words):
    article, entities, mentions = annotate(words)
    keys = {entity.key for entity in entities}
    assert all(0 <= m.start < m.end <= len(article.text) and m.entity in keys for m in mentions)
    assert list(mentions) == sorted(mentions, key=lambda m: (m.start, m.end))


def test_a_capital_that_acts_is_its_government_and_the_city_stays_a_place(annotate):
    article, entities, mentions = annotate(
        "Oslo denied the report on Monday. A fair in Oslo drew crowds.", "Talks with Oslo go on, and Bergen is cold."
    )
    told = [(article.text[m.start : m.end], m.entity) for m in mentions if m.named]
    assert told == [
        ("Oslo", "organisation:government in oslo"),
        ("Oslo", "place:oslo"),
        ("Oslo", "organisation:government in oslo"),
        ("Bergen", "place:bergen"),
    ]
    government = next(entity for entity in entities if entity.key == "organisation:government in oslo")
    assert (government.place and government.place.name, government.links) == ("Oslo", ())
