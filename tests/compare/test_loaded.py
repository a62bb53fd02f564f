"""Loaded wording: words for one thing where the choice carries a judgement."""

import pytest

from nutgraf.compare.loaded import compare_loaded
from nutgraf.compare.statements import Scene, cut_statements

CHOSEN = [
    ("The Norland regime closed the harbour at noon.", "The Norland government closed the harbour at noon.",
     ("regime", "government")),
    ("Police drove rioters from the customs house with water cannon.",
     "Police drove protesters from the customs house with water cannon.", ("rioters", "protesters")),
    ("The mayor slammed the ferry timetable.", "The mayor criticised the ferry timetable.", ("slammed", "criticised")),
    ("Ivo Krantz fled the island on Monday night.", "Ivo Krantz left the island on Monday night.", ("fled", "left")),
    ("Ilse Brandt claimed the north quay was safe for lorries.",
     "Ilse Brandt said the north quay was safe for lorries.", ("claimed", "said")),
    ("Ilse Brandt admitted that the north quay had cracked.", "Ilse Brandt said that the north quay had cracked.",
     ("admitted", "said")),
    ("Terrorists seized the customs house and the signal tower at dawn.",
     "Fighters seized the customs house and the signal tower at dawn.", ("Terrorists", "Fighters")),
    ("The harbour scheme will bring two cranes to the north quay.",
     "The harbour plan will bring two cranes to the north quay.", ("scheme", "plan")),
    ("The council slashed the library budget.", "The council reduced the library budget.", ("slashed", "reduced")),
    ("The board passed the controversial harbour tax by one vote.",
     "The board passed the disputed harbour tax by one vote.", ("controversial", "disputed")),
]  # fmt: skip

NOT_CHOSEN = [
    # the words of others
    ("“The Norland regime closed the harbour,” Orla Venn said.", "The Norland government closed the harbour."),
    ("Orla Venn said the Norland regime closed the harbour.", "The Norland government closed the harbour."),
    ("The closing of the harbour by what Orla Venn called the “regime of thieves in Norland” came at noon.",
     "The closing of the harbour by the government in Norland came at noon."),
    # another thing
    ("The Norland regime closed the harbour at noon.", "The Vale government closed the harbour at noon."),
    ("The mayor slammed the ferry timetable.", "The bishop criticised the ferry timetable."),
    ("The mayor slammed the ferry timetable.", "The mayor criticised the library hours."),
    ("Ivo Krantz fled the island.", "Orla Venn left the island."),
    ("Rioters burned the ticket office in Marl.", "Protesters sang hymns before the cathedral in Vale."),
    ("Ilse Brandt claimed the north quay was safe for lorries.", "Orla Venn said the north quay was safe for lorries."),
    ("Ilse Brandt claimed the north quay was safe.", "Ilse Brandt said the budget was too small for new cranes."),
    ("Four terrorists held the customs house.", "Nine fighters held the customs house."),
    # the same word, or two plain ones
    ("The Norland regime closed the harbour.", "The Norland regime closed the harbour and its railway."),
    ("Police drove demonstrators from the customs house.", "Police drove protesters from the customs house."),
    # both words in one account
    ("The Norland regime closed the harbour. The Norland government closed the railway.",
     "The Norland government closed the harbour."),
    # the form means something else
    ("The Vale Liberation Front claimed responsibility for the harbour blast.",
     "The Vale Liberation Front said it set off the harbour blast."),
    ("Ilse Brandt was admitted to the clinic in Marl.", "Ilse Brandt said she went to the clinic in Marl."),
    ("The harbour board plans two cranes on the north quay.", "The harbour scheme has two cranes on the north quay."),
    ("The left wing of the customs house burned.", "Ivo Krantz fled the customs house as it burned."),
    ("A jury heard the death sentences of two smugglers.", "A jury heard of the murder of two smugglers."),
    ("The mayor did not slam the ferry timetable.", "The mayor criticised the ferry timetable."),
]  # fmt: skip


def compared(texts, make_accounts):
    accounts = make_accounts(*texts)
    scene = Scene(tuple(accounts), {a.article.id: a.article.carrier for a in accounts}, {}, {})
    group = [told for account in accounts for told in cut_statements(account, scene)]
    by_id = {a.article.id: a.article.text for a in accounts}
    assert compare_loaded(group, by_id) == compare_loaded(group[::-1], by_id)
    return compare_loaded(group, by_id)


@pytest.mark.parametrize(("left", "right", "words"), CHOSEN)
def test_words_that_judge_stand_beside_words_that_name(left, right, words, make_accounts):
    (found,) = compared((left, right), make_accounts)
    assert tuple(cell.words for cell in found.cells) == words
    assert found.verdict.value == "side by side"


@pytest.mark.parametrize(("left", "right"), NOT_CHOSEN)
def test_other_voices_and_other_things_are_no_choice(left, right, make_accounts):
    assert compared((left, right), make_accounts) == ()


def test_marks_that_hold_a_word_at_arms_length_are_told(make_accounts):
    texts = (
        "The “terrorists” seized the customs house and the signal tower at dawn.",
        "Fighters seized the customs house and the signal tower at dawn.",
    )
    (found,) = compared(texts, make_accounts)
    assert "“terrorists” (set in quotation marks)" in found.reason


def test_which_word_leans_which_way_is_not_told(make_accounts):
    texts = "The Norland regime closed the harbour.", "The Norland government closed the harbour."
    (found,) = compared(texts, make_accounts)
    assert found.reason == (
        "Words for one thing that do not weigh the same: Sund Gazette: “regime”; Port Vell Courier: “government”. "
        "Which fits is not judged."
    )
