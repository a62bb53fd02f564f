"""Bodies by their keys, and what acronyms are short for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.annotate.bodies import organisation_key, spelt_out
from nutgraf.annotate.entities import annotate_entities


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The action potential (AP) rises. The AP falls.", {"AP": "action potential"}),
        ("They signed the joint lock agreement (JLA).", {"JLA": "joint lock agreement"}),
        ("The Norland Lock Board (NLB) met.", {}),
        ("They met the agency (AP) there.", {}),
        ("(AP) Rain fell.", {}),
    ],
)
def test_acronyms_of_common_words(text, found):
    assert spelt_out(text) == found


@given(st.lists(st.sampled_from("lock gate tide rain pump board".split()), min_size=2, max_size=7))
def test_every_spelt_out_acronym_begins_its_words(words):
    acronym = "".join(word[0] for word in words).upper()
    assert spelt_out(f"We saw that {' '.join(words)} ({acronym}) here.") == {acronym: " ".join(words)}
    assert spelt_out(f"We saw that {' '.join(words)} (X{acronym[1:]}) here.") == {}


@pytest.mark.parametrize("names", [["AP", "The Associated Press"], ["UN", "the United Nations"]])
def test_names_of_one_body_have_one_key(names):
    assert len({organisation_key(name) for name in names}) == 1


def test_an_acronym_that_the_text_spells_out_is_no_news_agency(make_article, tagged):
    told = []
    for before in ("", "An action potential (AP) passed. "):
        article = make_article([f"{before}It told AP of the cells. AP wrote of it."])
        entities, _ = annotate_entities(article, *tagged(article))
        told.append([entity.links for entity in entities if "AP" in entity.forms])
    assert told[0] == [("wikidata:Q40469",)]
    assert told[1] in ([], [()])
