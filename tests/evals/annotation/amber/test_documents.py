"""Instances as documents for the tagger to learn from."""

from evals.annotation.amber.documents import document_of
from training.tagger.labelled import Mark

TEXT = "“We go. We stay,” said Low."


def test_a_role_over_two_sentences_is_marked_in_both():
    document = document_of("text_a", TEXT, [Mark(0, 17, "content"), Mark(18, 22, "cue"), Mark(23, 26, "source")])
    assert (document.set, document.id) == ("polnear", "text_a")
    assert [
        [(sentence.text[mark.start : mark.end], mark.label) for mark in sentence.marks["attribution"]]
        for sentence in document.sentences
    ] == [[("“We go.", "content")], [("We stay,”", "content"), ("said", "cue"), ("Low", "source")]]


def test_a_sentence_without_roles_is_labelled_all_the_same():
    (sentence,) = document_of("text_a", "It rained.", []).sentences
    assert sentence.marks == {"attribution": ()}
