"""Two versions of an article: what changed, whether a note owns up to it, and who still prints the old."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.compare.edits import compare_edits
from nutgraf.compare.sightings import Moment
from nutgraf.records.article import Aside, Published, Role, Span, Sure
from nutgraf.records.edits import EditKind, EditVerdict, Since

LATER = Moment("a later reading found it in the place of the earlier one", "", "2031-05-03T15:00:00+00:00")

BRIDGE = (
    "Fourteen people were killed when the Korsund bridge collapsed on Saturday, police said.",
    "“We do not know why it fell,” Transport Minister Ilse Brandt said in Sund.",
    "The bridge was last inspected in 2027, according to the company Velmar.",
    "Some 300 residents were told to leave their homes on the east bank of the river.",
)
TOLL = "Twelve people were killed when the Korsund bridge collapsed on Saturday, police said."


@pytest.fixture
def versions(make_account):
    """Two versions of one article, of paragraphs; the second is known to be the later one."""

    def make(old, new, titles=("Bridge falls", "Bridge falls")):
        pair = []
        for mark, paragraphs, title in zip("vw", (old, new), titles, strict=True):
            made = make_account("\n\n".join(paragraphs), "a", title=title)
            marks = replace(made.annotation, version=mark)
            pair.append(replace(made, article=replace(made.article, version=mark), annotation=marks))
        return pair

    return make


@pytest.fixture
def edits(versions):
    def compare(old, new, others=(), when=LATER, titles=("Bridge falls", "Bridge falls")):
        return compare_edits(*versions(old, new, titles), others, when).edits

    return compare


def with_change(place, now, *more):
    return [*BRIDGE[:place], now, *BRIDGE[place + 1 :], *more]


def told(edits):
    return [
        (edit.kind.value, edit.verdict.value, edit.old.words if edit.old else "", edit.new.words if edit.new else "")
        for edit in edits
    ]


CHANGED = [
    (0, TOLL, ("figure changed", "changed silently", "Fourteen people", "Twelve people")),
    (0, "At least 14 people were killed when the Korsund bridge collapsed on Saturday, police said.",
     ("figure changed", "changed silently", "Fourteen people", "At least 14 people")),
    (0, "Fourteen people were killed when the Korsund bridge collapsed on Sunday, police said.",
     ("time changed", "changed silently", "on Saturday", "on Sunday")),
    (1, "“We do not know why it fell,” Transport Minister Ilse Brand said in Sund.",
     ("name changed", "changed silently", "Ilse Brandt", "Ilse Brand")),
    (1, "“We know why it fell,” Transport Minister Ilse Brandt said in Sund.",
     ("quote changed", "changed silently", "We do not know why it fell,", "We know why it fell,")),
    (2, "The bridge was last inspected in 2029, according to the company Velmar.",
     ("time changed", "changed silently", "2027", "2029")),
    (3, "Some 300 residents were not told to leave their homes on the east bank of the river.",
     ("statement re-worded", "changed silently", BRIDGE[3],
      "Some 300 residents were not told to leave their homes on the east bank of the river.")),
    (3, "Some 300 residents were told to leave their homes on the west bank of the river.",
     ("statement re-worded", "changed silently", BRIDGE[3],
      "Some 300 residents were told to leave their homes on the west bank of the river.")),
]  # fmt: skip


@pytest.mark.parametrize(("place", "now", "expected"), CHANGED)
def test_what_changed_is_told_with_its_words(edits, place, now, expected):
    found = told(edits(BRIDGE, with_change(place, now)))
    assert [(kind, verdict) for kind, verdict, _, _ in found] == [expected[:2]]
    assert expected[2] in found[0][2] or found[0][2] in expected[2]
    assert expected[3] in found[0][3] or found[0][3] in expected[3]


def test_a_statement_added_is_news_and_one_taken_out_is_silent(edits):
    added = "The harbour office said the river stays closed to ships until Tuesday."
    assert told(edits(BRIDGE, [*BRIDGE, added])) == [("statement added", "news", "", added)]
    assert told(edits(BRIDGE, BRIDGE[:3])) == [("statement taken out", "changed silently", BRIDGE[3], "")]


def test_a_count_that_went_on_is_news(edits):
    old = "At least 14 people were killed when the Korsund bridge collapsed on Saturday, police said."
    new = "Nineteen people were killed when the Korsund bridge collapsed on Saturday, police said."
    (edit,) = edits([old], [new])
    assert (edit.kind, edit.verdict) == (EditKind.FIGURE, EditVerdict.NEWS)
    assert "went on" in edit.reason


@pytest.mark.parametrize(
    ("old", "new", "news"),
    [
        ("More than 200 homes lost power in Sund.", "Some 260 homes lost power in Sund.", True),
        ("More than 200 homes lost power in Sund.", "Nearly 200 homes lost power in Sund.", False),
        ("Fourteen people have died, police said.", "Police now say that nineteen people have died.", True),
        ("Fourteen people have died, police said.", "Nineteen people have died, police said.", False),
        ("At least 19 people have died, police said.", "At least 14 people have died, police said.", False),
    ],
)
def test_a_count_is_news_only_where_the_words_say_that_it_goes_on(edits, old, new, news):
    found = [edit for edit in edits([old], [new]) if edit.kind is EditKind.FIGURE]
    assert [edit.verdict is EditVerdict.NEWS for edit in found] == [news]


def test_a_sentence_that_only_says_more_takes_nothing_back(edits):
    new = "Some 300 residents were told to leave their homes on the east bank of the swollen river."
    assert [edit.verdict for edit in edits(BRIDGE, with_change(3, new))] == [EditVerdict.NEWS]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("The minister left before the vote, aides said.", "The minister left after the vote, aides said.", "“before”"),
        (
            "Velmar will repair the east pier of the bridge.",
            "Velmar may repair the east pier of the bridge.",
            "possible",
        ),
        (
            "The inspector signed the report on the bridge.",
            "The inspector never signed the report on the bridge.",
            "no",
        ),
    ],
)
def test_small_words_that_turn_a_sentence_count(edits, old, new, reason):
    (edit,) = edits([old], [new])
    assert edit.verdict is EditVerdict.SILENTLY
    assert reason in edit.reason


def test_names_that_change_places_may_turn_a_sentence(edits):
    (edit,) = edits(["Velmar sued the city of Sund on Monday."], ["The city of Sund sued Velmar on Monday."])
    assert (edit.kind, edit.verdict) == (EditKind.REWORDED, EditVerdict.UNSURE)
    assert "another order" in edit.reason


def test_a_headline_is_compared_too(edits):
    (edit,) = edits(BRIDGE, BRIDGE, titles=("Bridge falls, 14 dead", "Bridge falls, 12 dead"))
    assert (edit.kind, edit.old.words, edit.new.words) == (
        EditKind.HEADLINE, "Bridge falls, 14 dead", "Bridge falls, 12 dead"
    )  # fmt: skip


NOISE = [
    (BRIDGE, [*BRIDGE, "Updated 14:05 GMT"], "stamp changed"),
    (["2 hours ago", *BRIDGE], ["3 hours ago", *BRIDGE], "stamp changed"),
    ([*BRIDGE, "112 shares"], [*BRIDGE, "1,204 shares"], "stamp changed"),
    ([*BRIDGE, "Read more: Harbour fee rises"], [*BRIDGE, "Read more: Fog on the coast"], "teaser changed"),
    (BRIDGE, [BRIDGE[0], BRIDGE[1].replace("“", '"').replace("”", '"'), *BRIDGE[2:]], "typography changed"),
    (BRIDGE, [BRIDGE[0] + " " + BRIDGE[1], *BRIDGE[2:]], "typography changed"),
    (BRIDGE, [*BRIDGE[1:], BRIDGE[0]], "statement moved"),
    (BRIDGE, with_change(3, "Some 300 of the residents were told to leave their homes on the river’s east bank."),
     "statement re-worded"),
    (["Velmar said it would appeal. The court gave it until June 30."],
     ["Velmar said it would appeal, and the court gave it until June 30."], "statement re-worded"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "kind"), NOISE)
def test_noise_is_no_edit_and_says_why(edits, old, new, kind):
    found = edits(old, new)
    assert {(edit.kind.value, edit.verdict) for edit in found} == {(kind, EditVerdict.NO_EDIT)}
    assert all(edit.reason for edit in found)


def test_versions_of_the_same_bytes_have_no_edits(edits):
    assert edits(BRIDGE, BRIDGE) == ()


def test_a_currency_is_a_word_of_its_own(edits):
    old, new = ("The repair will cost €40 million, Velmar said.", "The repair will cost $40 million, Velmar said.")
    assert [(edit.kind, edit.old.words) for edit in edits([old], [new])] == [(EditKind.FIGURE, "€40 million")]


NOTES = [
    ("Correction: An earlier version of this article said that 14 people were killed. The number is 12.", "openly"),
    ("This article was amended on 4 May 2031 to correct the number of people killed, which is 12.", "openly"),
    ("Correction: The bridge was opened in 1961, not in 1971 as this article said.", "silently"),
    ("Correction, 14 May 2031: An earlier version gave the wrong name of the company’s people.", "silently"),
    ("This article has been updated.", "unsure"),
    ("This story was corrected on 4 May 2031.", "unsure"),
]


@pytest.mark.parametrize(("note", "verdict"), NOTES)
def test_a_note_owns_up_to_what_it_speaks_of(edits, note, verdict):
    (edit,) = edits(BRIDGE, with_change(0, TOLL, note))
    assert verdict in edit.verdict.value
    assert bool(edit.notes) == (verdict == "openly")


def test_a_note_that_stood_there_before_speaks_of_no_later_change(edits):
    note = NOTES[0][0]
    (edit,) = edits([*BRIDGE, note], with_change(0, TOLL, note))
    assert edit.verdict is EditVerdict.SILENTLY
    assert "No note says so" in edit.reason


def test_a_note_in_a_box_beside_the_text_counts(versions):
    old, new = versions(BRIDGE, with_change(0, TOLL))
    box = Aside(Role.FURNITURE, NOTES[0][0], 900, 990)
    found = compare_edits(old, new, (), LATER, ((), (box,)))
    assert [edit.verdict for edit in found.edits] == [EditVerdict.OPENLY]
    assert (found.notes[0].span.start, found.notes[0].words) == (900, NOTES[0][0])
    assert compare_edits(old, new, (), LATER, ((box,), (box,))).edits[0].verdict is EditVerdict.SILENTLY


def test_what_only_was_read_otherwise_is_no_edit(versions):
    old, new = versions(BRIDGE, BRIDGE[:3])
    box = Aside(Role.FURNITURE, f"More. {BRIDGE[3]}", 900, 990)
    (gone,) = compare_edits(old, new, (), LATER, ((), (box,))).edits
    (come,) = compare_edits(new, old, (), LATER, ((box,), ())).edits
    assert (gone.kind, gone.verdict) == (EditKind.TAKEN_OUT, EditVerdict.NO_EDIT)
    assert (come.kind, come.verdict) == (EditKind.ADDED, EditVerdict.NO_EDIT)
    assert "beside the text" in gone.reason


def test_a_deck_is_compared_and_a_printed_time_is_no_edit(versions):
    old, new = versions(BRIDGE, BRIDGE)
    deck, time = Aside(Role.DECK, "Fourteen dead", 10, 23), Aside(Role.TIME, "Published at noon", 30, 47)
    old = replace(old, article=replace(old.article, asides=(deck, time)))
    deck, time = Aside(Role.DECK, "Twelve dead", 10, 21), Aside(Role.TIME, "Published at noon. Updated 16:20", 30, 62)
    new = replace(new, article=replace(new.article, asides=(deck, time)))
    found = {edit.kind: edit.verdict for edit in compare_edits(old, new, (), LATER).edits}
    assert found[EditKind.STAMP] is EditVerdict.NO_EDIT
    assert found[EditKind.DECK] is not EditVerdict.NO_EDIT


def test_where_nothing_tells_the_order_every_verdict_is_unsure(edits):
    found = edits(BRIDGE, with_change(0, TOLL), when=Moment())
    assert [edit.verdict for edit in found] == [EditVerdict.UNSURE]
    assert "Nothing tells which of the two versions came first" in found[0].reason


def test_what_may_not_have_been_read_is_neither_added_nor_taken_out(versions):
    old, new = versions(BRIDGE[:3], BRIDGE)
    cut = replace(old, article=replace(old.article, partial="a paywall"))
    assert [edit.verdict for edit in compare_edits(cut, new, (), LATER).edits] == [EditVerdict.UNSURE]
    assert [edit.verdict for edit in compare_edits(new, cut, (), LATER).edits] == [EditVerdict.UNSURE]


CARRIERS = [
    (0, TOLL, "Police said fourteen people were killed when the bridge at Korsund collapsed.", "fourteen people"),
    (2, "The bridge was last inspected in 2029, according to the company Velmar.",
     "The company Velmar, which runs the bridge, last inspected it in 2027.", "2027"),
    (1, "“We do not know why it fell,” Transport Minister Ilse Brand said in Sund.",
     "Transport Minister Ilse Brandt said in Sund that nobody knows why it fell.", "Ilse Brandt"),
    (1, "“We do not know what made it give way,” Transport Minister Ilse Brandt said in Sund.",
     "“We do not know why it fell,” said Ilse Brandt, the minister.", "We do not know why it fell,"),
    (3, "Some 300 residents were told to leave their homes on the west bank of the river.", BRIDGE[3], BRIDGE[3]),
]  # fmt: skip


@pytest.mark.parametrize(("place", "now", "theirs", "words"), CARRIERS)
def test_who_still_prints_the_old_is_found(edits, make_account, place, now, theirs, words):
    other = make_account(theirs, "b", "Vale Tribune", "2031-05-03T18:00:00+00:00")
    found = [each for edit in edits(BRIDGE, with_change(place, now), [other]) for each in edit.still]
    assert [(each.outlet, each.printed.words, each.since) for each in found] == [("Vale Tribune", words, Since.AFTER)]


@pytest.mark.parametrize(
    ("theirs", "published"),
    [
        ("Police said twelve people were killed when the bridge at Korsund collapsed.", "2031-05-03"),
        ("Fourteen people were killed when a bus went off the road near Port Vell on Friday.", "2031-05-03"),
    ],
)
def test_the_new_value_and_other_things_are_not_the_old_one(edits, make_account, theirs, published):
    other = make_account(theirs, "b", "Vale Tribune", published)
    assert [edit.still for edit in edits(BRIDGE, with_change(0, TOLL), [other])] == [()]


@pytest.mark.parametrize(
    ("published", "since"),
    [("2031-05-01", Since.BEFORE), ("2031-05-03", Since.UNKNOWN), ("2031-05-05", Since.AFTER), (None, Since.UNKNOWN)],
)
def test_whether_it_came_after_the_edit_is_told_where_it_is_known(edits, make_account, published, since):
    other = make_account(BRIDGE[0], "b", "Vale Tribune", "2031-05-03")
    at = Published(published, "printed", Sure.SURE)
    other = replace(other, article=replace(other.article, published=at))
    when = Moment("a later reading", "2031-05-03T13:00:00+00:00", "2031-05-03T15:00:00+00:00")
    (edit,) = edits(BRIDGE, with_change(0, TOLL), [other], when)
    assert [each.since for each in edit.still] == [since]


def test_an_account_that_tells_the_old_day_as_the_old_one_prints_no_old_day(edits, make_account):
    old = "The strike at the seven power plants of Velmar begins on Wednesday, the union said."
    new = "The strike at the seven power plants of Velmar begins on Thursday, the union said."
    knows = "The strike at the seven power plants of Velmar, which had been set for Wednesday, begins on Thursday."
    for theirs, found in ((knows, 0), (old, 1)):
        (edit,) = edits([old], [new], [make_account(theirs, "b", "Vale Tribune")])
        assert (edit.kind, len(edit.still)) == (EditKind.TIME, found)


def test_a_note_of_another_account_prints_no_old_value(edits, make_account):
    other = make_account(f"{TOLL}\n\n{NOTES[0][0]}", "b", "Vale Tribune")
    assert [edit.still for edit in edits(BRIDGE, with_change(0, TOLL), [other])] == [()]


PARAGRAPHS = (*BRIDGE, TOLL, NOTES[0][0], "Updated 14:05", "The ferry to Lonholm sails again on Monday.")


@given(
    old=st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=6),
    new=st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=6),
)
def test_every_cell_is_a_span_and_nothing_is_lost(made, old, new):
    pair = [made(side, mark) for side, mark in ((old, "v"), (new, "w"))]
    others = [made([BRIDGE[0]], "x", "b"), made([BRIDGE[2]], "y", "c")]
    found = compare_edits(*pair, others, LATER)
    assert found == compare_edits(*pair, others[::-1], LATER)
    texts = {account.article.version: account.article for account in (*pair, *others)}
    for edit in found.edits:
        for printed in (edit.old, edit.new, *(each.printed for each in edit.still)):
            if printed is not None:
                assert isinstance(printed.span, Span)
                assert texts[printed.span.version].words(printed.span) == printed.words
                assert texts[printed.within.version].words(printed.within) == printed.sentence
                assert printed.words in printed.sentence
    assert bool(found.edits or found.notes) or pair[0].article.text == pair[1].article.text
    assert len({edit.id for edit in found.edits}) == len(found.edits)


@pytest.fixture(scope="module")
def made(make_account):
    kept = {}

    def make(paragraphs, mark, identity="a"):
        key = (tuple(paragraphs), mark, identity)
        if key not in kept:
            account = make_account("\n\n".join(paragraphs), identity, title="Bridge falls")
            marks = replace(account.annotation, version=mark)
            kept[key] = replace(account, article=replace(account.article, version=mark), annotation=marks)
        return kept[key]

    return make
