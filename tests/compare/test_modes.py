"""Modes: how the verbs of a clause are meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.compare.modes import mode_of, read_deeds

CLAUSES = """
did|The strike began Monday.
will|The strike will begin Monday.
will|He said the strike would begin Monday.
may|The strike would cost millions.
may|The council may close the school.
may|The school could be closed in May.
did|The school was closed on Friday.
did|The school has been closed since May.
states|The school is closed.
states|The bridge is old.
will|The bridge is to be closed.
will|The talks are set to resume on Tuesday.
will|The exemptions were due to expire at midnight.
may|The number of dead is likely to rise.
may|The number is unlikely to fall.
wants|The union wants the council to reopen the depot.
wants|The minister urged drivers to leave the coast.
wants|Kestria demanded an end to the filling.
wants|The mayor called on residents to boil water.
wants|The firm must pay the fine.
proposes|The council proposed closing the baths.
proposes|The ministry is considering a ban.
proposes|The board offered to sell the yard.
denies|The ministry denied the report.
denies|The mayor denied closing the school.
denies|The company rejected the offer.
will|The council plans to close the baths.
will|The company vowed to appeal.
will|The union threatened to walk out.
did|The minister agreed a deal with the union.
did|Police did not arrest the driver.
did|Nobody was hurt.
did|Crews fought the fire through the night.
did|The two ministers met for five hours.
did|The union had rung the ministry twice.
may|The gate may have failed at night.
may|The gate might have been opened by hand.
did|The ship, which will be sold, sank off Marl.
will|They'll meet again in three weeks.
will|The works won't reopen before June.
will|The court is expected to rule on Thursday.
will|Mr Orr said he will resign.
will|Mr Orr told reporters that he would resign in May.
did|The mayor resigned in May.
states|The river is high in May.
states|Prices rise in winter.
did|The firm failed to pay the fine.
did|Workers were forced to leave the plant.
did|The army began shelling the port.
will|The ferry is going to be scrapped.
may|Parliament will probably not vote before June.
did|Lawmakers voted to close the port.
did|The port was not closed.
will|The port shall be closed.
wants|Residents should leave their bins out.
wants|Drivers have to leave the coast road.
states|The prime minister cut the tax.
will|The prime minister will cut the tax.
did|Six miners were trapped when the roof fell in.
did|The walkout has been called off.
did|Union members voted and will walk out on Tuesday.
states|“Our offer is fair,” she said.
will|Further walkouts are planned for Tuesday and Thursday.
did|The driver was released without charge on Tuesday, police said.
will|Gov. Ellen Marchand is expected at the site this afternoon.
did|Crews are said to have found the wreck.
will|Trump has decided to push back his decision.
wants|Residents are being asked to leave their bins out.
states|The union suggested a meeting.
wants|The union is seeking a raise of 6%.
did|In 2008 an explosion at another American refinery killed 14 people.
will|The decision will be announced in May.
states|It was unclear whether the firm would pay.
did|A crew found a fifth body.
did|The council closed the baths because it could not pay.
will|Marl is planning to close its embassy.
will|The envoy is due in Tarn on Friday.
wants|Teachers are calling for a pay rise.
may|Perhaps the ship will sail.
did|The ban would have cost 300 jobs, but it was dropped.
denies|The minister refused to resign.
will|The talks will not be held in Tarn.
"""


@pytest.mark.parametrize(("mode", "clause"), [line.split("|", 1) for line in CLAUSES.strip().splitlines()])
def test_the_main_verb_tells_the_mode(mode, clause):
    assert mode_of(clause, 0, len(clause)) == mode


def deeds_of(clause):
    return [(clause[deed.start : deed.end], deed.mode, deed.negative) for deed in read_deeds(clause, 0, len(clause))]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("The union said it would strike.", [("would strike", "will", False)]),
        ("The council agreed to close the baths.", [("agreed", "did", False), ("agreed to close", "will", False)]),
        ("The port was not closed.", [("was not closed", "did", True)]),
        ("The firm failed to pay.", [("failed", "did", False), ("failed to pay", "did", True)]),
        ("The walkout was called off.", [("was called off", "did", False)]),
        ("The yacht sank off the cape.", [("sank", "did", False)]),
        ("If talks fail, the crews will strike.", [("will strike", "will", False)]),
        ("Nobody knows whether the crews will strike.", []),
        ("The dam would have burst.", [("would have burst", "states", False)]),
        ("He said so.", []),
        ("The dam seems to have burst.", [("have burst", "states", False)]),
    ],
)
def test_verbs_with_their_helpers(clause, expected):
    assert deeds_of(clause) == expected


def test_the_words_that_name_a_source_tell_no_mode():
    clause = "The harbour master promised that the ferry sails."
    assert mode_of(clause, 0, len(clause)) == "did"
    assert mode_of(clause, 0, len(clause), (0, 27)) == "states"


@given(
    st.lists(st.sampled_from("will not have been set to close, asked the crew if they may , said".split()), max_size=12)
)
def test_every_deed_lies_in_its_clause(chosen):
    clause = " ".join(chosen)
    for deed in read_deeds(clause, 0, len(clause)):
        assert 0 <= deed.start < deed.end <= len(clause)
