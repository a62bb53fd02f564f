"""The metric of times: what is matched, what a value in TimeML's form is, and how the sets are read."""

from pathlib import Path

import numpy as np
import pytest
from evals.annotation.timeml import Timex, join_tokens, make_article, read_gum, read_meantime, read_timeml
from evals.annotation.times import match, measure, scores, tell_times
from evals.annotation.timex import same_value

from nutgraf.records.annotation import Sentence
from nutgraf.records.article import Role


def _timex(text):
    article = make_article("a", text, "2024-03-13")
    return [(text[one.start : one.end], one.type, one.value) for one in tell_times(article, _whole(text))]


def _whole(text):
    return (Sentence(0, len(text), 0, Role.BODY),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It broke on 5 March 2024.", ("5 March 2024", "DATE", "2024-03-05")),
        ("It rained last week.", ("last week", "DATE", "2024-W10")),
        ("It rained last weekend.", ("last weekend", "DATE", "2024-W10-WE")),
        ("It rained on Friday night.", ("Friday night", "TIME", "2024-03-08TNI")),
        ("It met at 9 a.m. on Friday.", ("9 a.m. on Friday", "TIME", "2024-03-08T09:00")),
        ("It met at 9 a.m. sharp.", ("9 a.m.", "TIME", "XXXX-XX-XXT09:00")),
        ("Sales fell in the third quarter.", ("the third quarter", "DATE", "2023-Q3")),
        ("Sales fell in the first half of 2023.", ("the first half of 2023", "DATE", "2023-H1")),
        ("Sales fell in the first six months of 2023.", ("the first six months of 2023", "DURATION", "P6M")),
        ("It closed in the summer of 2019.", ("summer of 2019", "DATE", "2019-SU")),
        ("It was built in the 1990s.", ("the 1990s", "DATE", "199")),
        ("It was built in the 19th century.", ("the 19th century", "DATE", "18")),
        ("It took the past three years.", ("the past three years", "DURATION", "P3Y")),
        ("It took just three days.", ("three days", "DURATION", "P3D")),
        ("It grew in recent years.", ("recent years", "DURATION", "PXY")),
        ("It is now shut.", ("now", "DATE", "PRESENT_REF")),
        ("It rains on Mondays.", ("Mondays", "SET", "XXXX-WXX-1")),
        ("It rains every week.", ("every week", "SET", "P1W")),
        ("It rang two days after the storm.", ("two days", "DURATION", "P2D")),
        ("It took 60 to 90 days.", ("60", "DURATION", "P60D")),
        ("It took 60 to 90 days.", ("90 days", "DURATION", "P90D")),
        ("It took several decades.", ("several decades", "DURATION", "PXDE")),
        ("It ended at the end of May 2023.", ("the end of May 2023", "DATE", "2023-05")),
    ],
)  # fmt: skip
def test_our_times_in_the_form_of_timeml(text, expected):
    assert expected in _timex(text)


@pytest.mark.parametrize(
    ("ours", "gold", "same"),
    [
        ("P10Y", "P1DE", True),
        ("P30M", "P2.5Y", True),
        ("2024-03-05T09:00", "2024-03-05T09:00:00", True),
        ("P10Y", "P1Y", False),
    ],
)
def test_one_value_in_two_spellings(ours, gold, same):
    assert same_value(ours, gold) is same


def test_equal_extents_are_matched_before_those_that_overlap():
    text = "on Friday, 8 March"
    ours = [Timex(3, 9, "DATE", "a"), Timex(3, 18, "DATE", "b")]
    (found,) = match(text, ours, [Timex(3, 10, "DATE", "a")])
    assert (found.ours.value, found.strict) == ("a", True)
    (found,) = match(text, ours[1:], [Timex(3, 9, "DATE", "a")])
    assert not found.strict


def test_the_figures_are_f1_of_told_and_gold():
    strict, relaxed, typed, value, precision, recall, accuracy = scores(np.array([[2.0, 4, 3, 1, 5, 8]]))[0]
    assert (strict, relaxed, typed) == (4 / 13, 8 / 13, 6 / 13)
    assert (value, precision, recall, accuracy) == (2 / 13, 0.2, 0.125, 0.25)


def test_tokens_become_running_text():
    text, places = join_tokens(["He", "paid", "(", "$", "5", ")", ",", '"', "no", '"', "."])
    assert text == 'He paid ($5), "no".'
    assert text[slice(*places[8])] == "no"


def test_a_timeml_file_is_read(tmp_path):
    path = tmp_path / "a.tml"
    path.write_text(
        '<TimeML><DCT><TIMEX3 value="2024-03-13">x</TIMEX3></DCT><TEXT>It <EVENT>rained</EVENT> on '
        '<TIMEX3 type="DATE" value="2024-03-08">Friday</TIMEX3>.\n\nAll slept.</TEXT></TimeML>',
        encoding="utf-8",
    )
    article, (gold,) = read_timeml(path)
    assert (article.text[gold.start : gold.end], gold.value) == ("Friday", "2024-03-08")
    assert (article.published.value, len(article.blocks)) == ("2024-03-13", 2)


_CAT = """<Document><token sentence="0" t_id="1">Storm</token><token sentence="1" t_id="2">May</token>
<token sentence="1" t_id="3">2</token><token sentence="2" t_id="4">Today</token><token sentence="9" t_id="5">Now</token>
<TIMEX3 functionInDocument="CREATION_TIME" type="DATE" value="2009-05-02"><token_anchor t_id="2"/></TIMEX3>
<TIMEX3 type="DATE" value="2009-05-02"><token_anchor t_id="4"/></TIMEX3>
<TIMEX3 type="DATE" value="2009-05-01"></TIMEX3>
<TIMEX3 type="DATE" value="PRESENT_REF"><token_anchor t_id="5"/></TIMEX3></Document>"""


def test_a_meantime_file_gives_the_times_of_its_annotated_sentences(tmp_path):
    path = tmp_path / "b.xml"
    path.write_text(_CAT, encoding="utf-8")
    read = read_meantime(path)
    assert [read.article.text[one.start : one.end] for one in read.gold] == ["Today"]
    assert read.article.published.value == "2009-05-02"
    assert [read.article.text[one.start : one.end] for one in read.sentences] == ["Storm", "Today"]


def test_a_gum_file_gives_its_dates(tmp_path):
    rows = [
        ("1", "On", "_"),
        ("2-3", "Friday's", "_"),
        ("2", "Friday", 'XML=<date when:::"2024-03-08"></date>'),
        ("3", "'s", "_"),
        ("4", "gale", "SpaceAfter=No"),
        ("5", ".", "_"),
    ]
    lines = [
        "# meta::dateCreated = 2024-03-13",
        *("\t".join([a, b, *"____", "0", *"__", c]) for a, b, c in rows),
        "",
        "",
    ]
    path = tmp_path / "GUM_news_x.conllu"
    path.write_text("\n".join(lines), encoding="utf-8")
    read = read_gum(path)
    assert read.article.text.strip() == "On Friday's gale."
    assert [(read.article.text[one.start : one.end], one.value) for one in read.gold] == [("Friday", "2024-03-08")]


def test_without_packs_nothing_is_measured(capsys):
    assert measure(Path("nowhere")) == []
    assert "not run" in capsys.readouterr().out
