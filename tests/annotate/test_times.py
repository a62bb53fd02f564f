"""Times: which words tell one, and the date they mean on the day they were printed."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.annotate.sentences import split_sentences
from nutgraf.annotate.times import annotate_times
from nutgraf.models.tagger import Tag
from nutgraf.records.annotation import Sentence, TimeKind
from nutgraf.records.article import Article, ArticleKind, Published, Role, Sure

WEDNESDAY = "2024-03-13"


def _times(text, published=WEDNESDAY):
    found = Published(published, "test", Sure.SURE)
    article = Article(
        *("a", "v", "p", 0, ArticleKind.ARTICLE, *[None] * 7),
        *(found, "en", text, (), (), (), 1.0, None, "test"),
    )
    return annotate_times(article, (Sentence(0, len(text), 0, Role.BODY),))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam broke on Aug. 17, 2019.", [("Aug. 17, 2019", "2019-08-17")]),
        ("The dam broke on 17 August 2019.", [("17 August 2019", "2019-08-17")]),
        ("The dam broke on August 15.", [("August 15", "2023-08-15")]),
        ("The vote will be held on May 2.", [("May 2", "2024-05-02")]),
        ("The vote will be held on the 2nd of May.", [("2nd of May", "2024-05-02")]),
        ("Logged 2019-08-17 by the crew.", [("2019-08-17", "2019-08-17")]),
        ("Logged 17/08/2019 by the crew.", [("17/08/2019", "2019-08-17")]),
        ("It rained on Tuesday, March 5, 2024.", [("Tuesday, March 5, 2024", "2024-03-05")]),
        ("The fair ran June 3-5, 2023.", [("June 3-5, 2023", "2023-06-03/2023-06-05")]),
        ("It opened in March 2023.", [("March 2023", "2023-03")]),
        ("It opened in January.", [("January", "2024-01")]),
        ("It will open in June.", [("June", "2024-06")]),
        ("It closed last November.", [("last November", "2023-11")]),
        ("It closed in 2018.", [("2018", "2018")]),
        ("The 2018 Tarn summit failed.", [("2018", "2018")]),
        ("It began in early 2022.", [("early 2022", "2022")]),
        ("It was built in the 19th Century.", [("the 19th Century", "1801/1900")]),
        ("It was built in the 1990s.", [("the 1990s", "1990/1999")]),
        ("It ran from 2014-16.", [("2014-16", "2014/2016")]),
        ("The council met on Friday.", [("Friday", "2024-03-08")]),
        ("The council will meet on Friday.", [("Friday", "2024-03-15")]),
        ("The council is set to meet in Tarn on Friday.", [("Friday", "2024-03-15")]),
        ("On Monday, the mayor said no.", [("Monday", "2024-03-11")]),
        ("The mayor said Monday that she will quit on Friday.", [("Monday", "2024-03-11"), ("Friday", "2024-03-15")]),
        ("Friday's meeting will be short.", [("Friday", "2024-03-15")]),
        ("Last Friday was quiet.", [("Last Friday", "2024-03-08")]),
        ("They meet this Friday.", [("this Friday", "2024-03-15")]),
        ("It rained late Monday.", [("late Monday", "2024-03-11")]),
        ("It rained on Saturday morning.", [("Saturday morning", "2024-03-09")]),
        ("It rained yesterday.", [("yesterday", "2024-03-12")]),
        ("It may rain tomorrow.", [("tomorrow", "2024-03-14")]),
        ("It rained last week.", [("last week", "2024-03-04/2024-03-10")]),
        ("It rained earlier this week.", [("earlier this week", "2024-03-11/2024-03-17")]),
        ("It rained earlier this year.", [("earlier this year", "2024")]),
        ("It rained earlier this month.", [("earlier this month", "2024-03")]),
        ("It rained last weekend.", [("last weekend", "2024-03-09/2024-03-10")]),
        ("It rained two days ago.", [("two days ago", "2024-03-11")]),
        ("It closed three years ago.", [("three years ago", "2021")]),
        ("Trade fell in recent months.", [("recent months", None)]),
        ("A ruling is due in the coming weeks.", [("the coming weeks", None)]),
        ("It lasted for more than three years.", [("more than three years", "P3Y")]),
        ("It was the first visit in over a decade.", [("over a decade", "P10Y")]),
        ("A three-day truce holds.", [("three-day", "P3D")]),
        ("They talked for 90 minutes.", [("90 minutes", "PT90M")]),
        ("Sales fell in the fourth quarter of 2005.", [("the fourth quarter of 2005", "2005-10/2005-12")]),
        ("Sales fell in the third quarter.", [("the third quarter", "2023-07/2023-09")]),
        ("A feast to be held on October 12 was called off.", [("October 12", "2024-10-12")]),
        ("The licence won't be renewed after October.", [("October", "2024-10")]),
        ("It takes two to three days.", [("two to three days", "P2D/P3D")]),
        ("Boxy cars of the 70s.", [("the 70s", "1970/1979")]),
        ("It started at 16:00 UTC on Friday.", [("16:00 UTC on Friday", "2024-03-08T16:00Z")]),
        ("They vote every week.", [("every week", "P1W")]),
        ("It will start at 11 a.m. Friday.", [("11 a.m. Friday", "2024-03-15T11:00")]),
        ("It opens Friday at 6:45 p.m. Eastern Time.", [("Friday at 6:45 p.m. Eastern Time", "2024-03-15T18:45")]),
        ("Posted at 23:24 by the desk.", [("23:24", None)]),
        ("Nothing may march here.", []),
        ("She paid 2,018 crowns for 2000 people.", []),
    ],
)  # fmt: skip
def test_a_time_is_found_and_resolved(text, expected):
    assert [(text[one.start : one.end], one.value) for one in _times(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They have cash until October.", [("October", "2024-10")]),
        ("The vote will be held in December.", [("December", "2024-12")]),
        ("Ask me again in December.", [("December", "2024-12")]),
        ("Debt stood at 2 million crowns at the end of December.", [("the end of December", "2023-12-31")]),
        ("The report is due by June 30.", [("June 30", "2024-06-30")]),
        ("The union has announced a strike from 22 March.", [("22 March", "2024-03-22")]),
        ("The court moved the hearing to 2 May.", [("2 May", "2024-05-02")]),
        ("The fair was held on March 20.", [("March 20", "2024-03-20")]),
        ("The gate held until February 9.", [("February 9", "2024-02-09")]),
        ("Schools will stay closed until Monday.", [("Monday", "2024-03-18")]),
        ("The hall remained shut until Monday.", [("Monday", "2024-03-11")]),
        ("They asked for Monday.", [("Monday", "2024-03-18")]),
        ("She will face the union that sued her on Friday.", [("Friday", "2024-03-15")]),
        ("The mayor said talks resume Friday.", [("Friday", "2024-03-15")]),
        ("The fair ran from Jan. 2 to Jan. 4.", [("Jan. 2", "2024-01-02"), ("Jan. 4", "2024-01-04")]),
        ("“We will meet on Friday,” she said.", [("Friday", "2024-03-15")]),
        ('The mayor said: "I left on Friday."', [("Friday", "2024-03-08")]),
        ("It ends by the first quarter of next year.", [("the first quarter of next year", "2025-01/2025-03")]),
        ("It is due at the end of the month.", [("the end of the month", "2024-03-31")]),
        ("It broke on 13 March 1987.", [("13 March 1987", "1987-03-13")]),
        ("A letter dated Nov. 18 was found.", [("Nov. 18", "2023-11-18")]),
        ("Order Reprints of Today’s Paper.", []),
        ("The hearing will be on the 22nd.", [("the 22nd", "2024-03-22")]),
        ("He quit on the 22nd.", [("the 22nd", "2024-02-22")]),
        ("He lives on the 4th floor.", []),
        ("It broke at half past nine on Tuesday.", [("half past nine on Tuesday", "2024-03-12T09:30")]),
        ("It opens at quarter to six on Friday.", [("quarter to six on Friday", "2024-03-15T05:45")]),
        ("It opens at 0700 on Sunday.", [("0700 on Sunday", "2024-03-17T07:00")]),
        ("It grew in the second half of 2023.", [("the second half of 2023", "2023-07/2023-12")]),
        ("It grew in the first six months of last year.", [("the first six months of last year", "2023-01/2023-06")]),
        ("They met last Tuesday in Tarn.", [("last Tuesday", "2024-03-05")]),
        ("It meets on the last Tuesday of each month.", [("each month", "P1M")]),
        ("It met on the first Monday in January.", [("January", "2024-01")]),
        ("It will open in June next year.", [("June next year", "2025-06")]),
        ("It opened in October of last year.", [("October of last year", "2023-10")]),
        ("It has not run since Monday and resumes on Friday.", [("Monday", "2024-03-11"), ("Friday", "2024-03-15")]),
        ("The ban, in force since March 1, ends on Friday.", [("March 1", "2024-03-01"), ("Friday", "2024-03-15")]),
        ("The concert had been set for Tuesday.", [("Tuesday", "2024-03-12")]),
        ("The strike had been set for Friday.", [("Friday", "2024-03-15")]),
        ("The mayor, who faces a vote in May, said no.", [("May", "2024-05")]),
        ("Sales begin Saturday.", [("Saturday", "2024-03-16")]),
        ("The vote, on Sunday, is the first since 1994.", [("Sunday", "2024-03-17"), ("1994", "1994")]),
        ("Last Tuesday it rained.", [("Last Tuesday", "2024-03-05")]),
        ("This morning, Wednesday, there was one.", [("This morning, Wednesday", "2024-03-13")]),
    ],
)  # fmt: skip
def test_the_tense_tells_the_side(text, expected):
    assert [(text[one.start : one.end], one.value) for one in _times(text)] == expected


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The two will meet on Monday. The talks will begin at 10 a.m. sharp.", "10 a.m.", "2024-03-18T10:00"),
        ("On 12 March 1987, a little after midnight, the gate jammed.", "midnight", "1987-03-12T00:00"),
        ("They will talk on Monday, when the mayor comes at 11 a.m. to Tarn.", "11 a.m.", "2024-03-18T11:00"),
        ("They met on Friday. It rained. The mayor will leave at 9 p.m. by train.", "9 p.m.", None),
        ("They met on Friday. They ended at 9 p.m. in a row.", "9 p.m.", "2024-03-08T21:00"),
        ("They will meet on Friday. Buses run from 6 a.m. every day.", "6 a.m.", None),
        ("They will meet on Friday or on Sunday. Talks will begin at 6 a.m. in Tarn.", "6 a.m.", None),
        ("They met on Friday. 23:24 The mayor left.", "23:24", None),
        ("It will open from 6 a.m. to 8 p.m. on Friday.", "6 a.m.", "2024-03-15T06:00"),
        ("The mayor said on Monday that the siren had sounded at 4 a.m. in Tarn.", "4 a.m.", None),
        ('On Monday he said: "We heard a bang at 9 p.m. in bed."', "9 p.m.", None),
        ('On Monday it snowed, and "not as much as yesterday".', "yesterday", "2024-03-12"),
        ("It rang at 6:05 a.m. and again at 6:40 a.m. on Tuesday.", "6:05 a.m.", "2024-03-12T06:05"),
        ("The outage began on Tuesday. By midnight all was dark.", "midnight", None),
        ("The gate failed on March 7. That Thursday, it rained.", "That Thursday", "2024-03-07"),
        ("She said that Thursday was fine.", "Thursday", "2024-03-07"),
        ("The gate failed on March 7. The next day it rained.", "The next day", "2024-03-08"),
        ("Two days after the gate failed it rained.", "Two days after", None),
        ('She said on Saturday that it was worse "than yesterday".', "yesterday", "2024-03-08"),
        ("She said on Saturday that it was worse yesterday.", "yesterday", "2024-03-12"),
    ],
)  # fmt: skip
def test_a_time_leans_on_the_only_day_that_fits(text, words, value):
    found = {text[one.start : one.end]: one.value for one in _told(text)}
    assert found[words] == value


def _told(text):
    sentences, place = [], 0
    for end in [*(found.end() - 1 for found in re.finditer(r"(?<!\.m)[.]\s(?=[A-Z0-9])", text)), len(text)]:
        sentences.append(Sentence(place, end, 0, Role.BODY))
        place = end + 1
    found = Published(WEDNESDAY, "test", Sure.SURE)
    article = Article(
        *("a", "v", "p", 0, ArticleKind.ARTICLE, *[None] * 7),
        *(found, "en", text, (), (), (), 1.0, None, "test"),
    )
    return annotate_times(article, tuple(sentences))


@pytest.mark.parametrize(
    ("text", "words", "recipe"),
    [
        ("The mill now makes bread.", "now", "vague:present"),
        ("The mill burned recently.", "recently", "vague:past"),
        ("They think of the future.", "the future", "vague:next"),
        ("The annual fair is off.", "annual", "set:P1Y"),
        ("Mills close on Mondays.", "Mondays", "set:P1W on:MON"),
        ("They work at weekends.", "weekends", "set:P1W part:weekend"),
        ("It rang overnight.", "overnight", "anaphor:day:0 part:night"),
        ("It was so decades ago.", "decades ago", "vague:past"),
        ("It followed months of talks.", "months", "duration:PXM"),
    ],
)
def test_what_has_no_date_keeps_its_recipe(text, words, recipe):
    (time,) = _times(text)
    assert (text[time.start : time.end], time.recipe) == (words, recipe)
    assert time.kind is not TimeKind.INTERVAL or time.value is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fair ran from March to May 2015.", [("March", "2015-03"), ("May 2015", "2015-05")]),
        ("It ran from December to May 2015.", [("December", "2014-12"), ("May 2015", "2015-05")]),
        ("It ran 2000 - 2010.", [("2000 - 2010", "2000/2010")]),
        ("It broke in the 70s and 80s.", [("the 70s", "1970/1979"), ("80s", "1980/1989")]),
        ("It rained over the weekend.", [("the weekend", "2024-03-09/2024-03-10")]),
        ("It rained later in the week.", [("later in the week", "2024-03-11/2024-03-17")]),
        ("It closed in the summer.", [("the summer", "2023-06/2023-08")]),
        ("Talks lasted two and a half years.", [("two and a half years", "P30M")]),
        ("The year-long strike is over.", [("year-long", "P1Y")]),
        ("It could last up to six weeks.", [("up to six weeks", "P6W")]),
        ("In the small hours of Friday it rang.", [("Friday", "2024-03-08")]),
        ("It opens every Monday and Friday.", [("every Monday", "P1W"), ("Friday", "P1W")]),
        ("It rose to 3 from 2 a year earlier.", [("a year earlier", "2023")]),
        ("It opened in 2015 and closed the next year.", [("2015", "2015"), ("the next year", "2016")]),
        ("It was May 2015, and two months later it shut.", [("May 2015", "2015-05"), ("two months later", "2015-07")]),
        ("It closed the next year.", [("the next year", None)]),
        ("It took ten long years.", [("ten long years", "P10Y")]),
        ("It was after the Sept. 11 attacks.", [("Sept. 11", "2001-09-11")]),
        ("It was before 9/11.", [("9/11", "2001-09-11")]),
        ("It took several decades.", [("several decades", "PXY")]),
        ("It is due within 20 working days.", [("20 working days", "P20D")]),
        ("It opened in the late sixties.", [("the late sixties", "1960/1969")]),
        ("The latest quarter was poor.", [("The latest quarter", "2023-10/2023-12")]),
    ],
)  # fmt: skip
def test_times_by_other_times(text, expected):
    assert [(text[one.start : one.end], one.value) for one in _times(text)] == expected


@pytest.mark.parametrize(
    ("text", "recipe"),
    [
        ("The council met on Friday.", "weekday:FRI:last"),
        ("The council will meet on Friday.", "weekday:FRI:next"),
        ("Nobody was asked to Friday's meeting.", "weekday:FRI:near"),
        ("Last Friday was quiet.", "weekday:FRI:before"),
        ("They meet this Friday.", "weekday:FRI:this"),
        ("The talks held on August 15 failed.", "monthday:08-15:last"),
        ("It rained yesterday.", "offset:day:-1"),
    ],
)
def test_without_publication_the_recipe_is_kept(text, recipe):
    (time,) = _times(text, None)
    assert (time.value, time.recipe, time.sure) == (None, recipe, Sure.UNSURE)


def test_a_publication_without_year_resolves_nothing():
    (time,) = _times("The council met on Friday.", "--03-13")
    assert time.value is None


def test_an_interval_resolves_only_what_does_not_depend_on_the_day():
    text = "The council met on Monday and on Friday."
    monday, friday = _times(text, "2024-03-13/2024-03-15")
    assert monday.value == "2024-03-11"
    assert friday.value is None
    assert "2024-03-08" in friday.how
    assert "2024-03-15" in friday.how


def test_the_reason_is_told():
    (time,) = _times("The council met on Friday.")
    assert time.how == "'Friday' is the Friday before publication on 2024-03-13"
    assert time.sure is Sure.SURE


def test_a_slashed_date_with_two_readings_is_unsure():
    (time,) = _times("Logged 03/04/2019 by the crew.")
    assert (time.value, time.sure) == (None, Sure.UNSURE)
    assert "2019-03-04" in time.how
    assert "2019-04-03" in time.how


def test_kinds():
    text = "At 9 p.m. the 1990s, for two days, every week, on 1 May 2020."
    kinds = [one.kind for one in _times(text)]
    assert kinds == [TimeKind.CLOCK, TimeKind.INTERVAL, TimeKind.DURATION, TimeKind.SET, TimeKind.DATE]


_PIECES = st.sampled_from(
    "on in at the Friday Monday's last next this week May March August 15 31 2024 2018 , - to 11 a.m. 23:59 two days "
    "ago will met was every the 1990s century 19th early late tomorrow Feb. 30 29/02/2023 for years decade".split()
)


@given(st.lists(_PIECES, max_size=25).map(" ".join), st.sampled_from([None, WEDNESDAY, "2024-02-29", "0001-01-01"]))
def test_times_are_sorted_apart_and_inside_the_text(text, published):
    found = _times(text, published)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert found == _times(text, published)


def test_a_time_that_no_rule_reads_keeps_its_words_and_says_what_is_missing(make_article):
    article = make_article(["The canal was dug in the dim past and opened in 1998."])
    sentences = split_sentences(article)
    start = article.text.index("the dim past")
    sure, doubtful = Tag(start, start + 12, "time", "time", 93), Tag(4, 9, "time", "time", 41)
    known = Tag(article.text.index("1998"), article.text.index("1998") + 4, "time", "time", 99)
    times = annotate_times(article, sentences, [(sure, doubtful, known)])
    assert [(article.text[time.start : time.end], time.value) for time in times] == [
        ("the dim past", None),
        ("1998", "1998"),
    ]
    assert times[0].recipe == "unread"
    assert "no rule reads" in times[0].how
    assert annotate_times(article, sentences) == times[1:]


@pytest.mark.parametrize("words", ["3000 BC", "1,200 BCE", "44 B.C."])
def test_a_year_before_christ_keeps_its_words(words):
    (time,) = _times(f"It was dug about {words} by hand.")
    assert (time.value, time.recipe) == (None, "unread")
