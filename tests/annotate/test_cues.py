"""Cue words: how reporting verbs inflect, and which are nouns too."""

import pytest

from nutgraf.annotate.cues import (
    ACCORDING,
    ANONYMOUS,
    AUXILIARY,
    DENYING,
    DOCUMENT,
    FORMS,
    NEEDS_OBJECT,
    NEEDS_THAT,
    NOUN_TOO,
    VERB,
    WEAK,
)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("tells", "tell"),
        ("admitted", "admit"),
        ("denies", "deny"),
        ("replied", "reply"),
        ("criticised", "criticise"),
        ("confesses", None),
        ("ruled out", "rule-out"),
        ("went on", "go-on"),
        ("urging", "urge"),
    ],
)
def test_forms(form, lemma):
    assert FORMS.get(form) == lemma


def test_every_form_is_found_in_running_text():
    for form in FORMS:
        match = VERB.search(f"Mary Low {form} that")
        assert match is not None
        assert match.group() == form


@pytest.mark.parametrize("group", [WEAK, NEEDS_OBJECT, NEEDS_THAT, DENYING])
def test_a_group_of_verbs_holds_known_lemmas(group):
    assert group - set(FORMS.values()) <= {"prefer", "reassert", "guarantee", "vow"}


def test_nouns_that_are_verbs_are_forms():
    assert [
        form for form in NOUN_TOO if form not in FORMS and form not in {"denials", "proposals", "talks", "talk"}
    ] == []


@pytest.mark.parametrize("text", ["according to Mary Low", "According to Mary Low", "citing Mary Low"])
def test_phrases_that_name_a_source(text):
    assert ACCORDING.match(text)


@pytest.mark.parametrize(
    ("left", "bare"), [("Mary Low has", "Mary Low"), ("Mary Low later", "Mary Low"), ("Mary Low on Monday", "Mary Low")]
)
def test_words_between_subject_and_verb(left, bare):
    match = AUXILIARY.search(left)
    assert match is not None
    assert left[: match.start()].strip() == bare


def test_people_are_no_papers():
    assert not ANONYMOUS & DOCUMENT
