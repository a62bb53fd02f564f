"""Who, what, when, where, why."""

import pytest


def words_of(brief, question):
    answer = next(answer for answer in brief.answers if answer.question == question)
    return [line.words for line in answer.lines]


@pytest.mark.parametrize(
    ("question", "words"),
    [("who", "Ilse Brandt"), ("where", "Bergen")],
)
def test_names_that_two_accounts_print(question, words, brief):
    assert words in words_of(brief, question)


def test_when_is_the_day_that_the_accounts_speak_of(brief):
    answer = next(answer for answer in brief.answers if answer.question == "when")
    assert [line.note[:10] for line in answer.lines][:1] == ["2026-03-02"]


def test_why_is_taken_from_a_sentence_that_gives_a_reason(brief):
    assert any("because" in words for words in words_of(brief, "why"))


def test_a_surname_counts_for_the_one_who_bears_it(make_accounts, tell):
    accounts = make_accounts(
        "Ilse Brandt, the harbour master, said the ferry had sailed. Brandt said it was full.",
        "Mrs Brandt said the ferry had sailed.",
        "The ferry had sailed, Ilse Brandt said.",
    )
    assert "Ilse Brandt" in words_of(tell(accounts), "who")


def test_no_reason_no_answer(make_accounts, tell):
    assert words_of(tell(make_accounts("It rained.")), "why") == []
