"""Figures: what number, which unit, how exact, of what."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.annotate.figures import annotate_figures
from nutgraf.records.annotation import Qualifier, Sentence
from nutgraf.records.article import Article, ArticleKind, Published, Role, Sure


def _article(text):
    published = Published(None, "not told", Sure.UNSURE)
    return Article(
        *("a", "v", "p", 0, ArticleKind.ARTICLE, *[None] * 7),
        *(published, "en", text, (), (), (), 1.0, None, "test"),
    )


def _figures(text):
    return annotate_figures(_article(text), (Sentence(0, len(text), 0, Role.BODY),))


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "reading"),
    [
        ("At least 14 people were killed.", "At least 14 people", 14, 14, ("people", "at least", "people")),
        ("More than 300 homes burned.", "More than 300", 300, 300, ("", "more than", "homes")),
        ("The port expects 300 to 400 dock workers.", "300 to 400", 300, 400, ("", "range", "dock workers")),
        ("We sent approximately 30-40 trained divers.", "approximately 30-40", 30, 40, ("", "range", "trained divers")),
        ("Between 12 and 15 ships sank.", "Between 12 and 15", 12, 15, ("", "range", "ships")),
        ("They shipped 10–12 tonnes of rice.", "10–12 tonnes", 10, 12, ("t", "range", "rice")),
        ("It holds nearly one-fifth of the valley.", "nearly one-fifth", 0.2, 0.2, ("share", "nearly", "valley")),
        ("Roughly 25% of Tarn stayed dark.", "Roughly 25%", 25, 25, ("%", "about", "Tarn")),
        ("In the poll 75% still back the dam.", "75%", 75, 75, ("%", "exact", "")),
        ("It won 48 per cent of the vote.", "48 per cent", 48, 48, ("%", "exact", "vote")),
        ("Support fell 2.5 percentage points.", "2.5 percentage points", 2.5, 2.5, ("percentage points", "exact", "")),
        ("Nearly two-thirds support the mayor.", "Nearly two-thirds", 2 / 3, 2 / 3, ("share", "nearly", "")),
        ("Three in ten voters stayed at home.", "Three in ten", 0.3, 0.3, ("share", "exact", "voters")),
        ("Shut are 200 of the schools.", "200", 200, 200, ("", "exact", "schools")),
        ("Up to 3 more people came.", "Up to 3", 3, 3, ("people", "at most", "people")),
        ("They took 1.5 tonnes of cocaine worth a lot.", "1.5 tonnes", 1.5, 1.5, ("t", "exact", "cocaine")),
        ("A quarter of farmers lost crops.", "A quarter", 0.25, 0.25, ("share", "exact", "farmers")),
        ("Half the seats are empty.", "Half", 0.5, 0.5, ("share", "exact", "seats")),
        ("It cost $7.2 million.", "$7.2 million", 7.2e6, 7.2e6, ("usd", "exact", "")),
        ("A fund of €3bn was set up.", "€3bn", 3e9, 3e9, ("eur", "exact", "")),
        ("He paid £40m in fines.", "£40m", 4e7, 4e7, ("gbp", "exact", "fines")),
        ("The bill came to 90 million rupees.", "90 million rupees", 9e7, 9e7, ("inr", "exact", "")),
        ("The works cost $2-3 million.", "$2-3 million", 2e6, 3e6, ("usd", "range", "")),
        ("Some 1.2 million Tarn refugees left.", "Some 1.2 million", 1.2e6, 1.2e6, ("", "about", "Tarn refugees")),
        ("About 90m people watched.", "About 90m people", 9e7, 9e7, ("people", "about", "people")),
        ("As many as 5,000 fans came.", "As many as 5,000", 5000, 5000, ("", "at most", "fans")),
        ("Up to 40 buses stood idle.", "Up to 40", 40, 40, ("", "at most", "buses")),
        ("Fewer than 20 miners remained.", "Fewer than 20", 20, 20, ("", "less than", "miners")),
        ("An estimated 60 barns burned.", "An estimated 60", 60, 60, ("", "about", "barns")),
        ("The crew found 300 or more eggs.", "300 or more", 300, 300, ("", "at least", "eggs")),
        ("Two dozen cats were saved.", "Two dozen", 24, 24, ("", "exact", "cats")),
        ("Dozens of nurses walked out.", "Dozens", 24, 99, ("", "about", "nurses")),
        ("Tens of thousands of pupils stayed away.", "Tens of thousands", 2e4, 99999, ("", "about", "pupils")),
        ("A hundred and fifty miners were trapped.", "A hundred and fifty", 150, 150, ("", "exact", "miners")),
        ("Two and a half million litres ran.", "Two and a half million litres", 2.5e6, 2.5e6, ("litres", "exact", "")),
        ("Twenty-one countries signed.", "Twenty-one", 21, 21, ("", "exact", "countries")),
        ("Two men met.", "Two", 2, 2, ("", "exact", "men")),
        ("The rebels hold four northern districts.", "four", 4, 4, ("", "exact", "northern districts")),
        ("One soldier was hurt.", "One", 1, 1, ("", "exact", "soldier")),
        ("The dam holds 480m cubic metres of water.", "480m cubic metres", 4.8e8, 4.8e8, ("m3", "exact", "water")),
        ("By noon one is still missing.", "one", 1, 1, ("", "exact", "")),
        ("A 4.4-magnitude earthquake struck.", "4.4-magnitude", 4.4, 4.4, ("magnitude", "exact", "earthquake")),
        ("A quake of magnitude 7.1 struck.", "magnitude 7.1", 7.1, 7.1, ("magnitude", "exact", "")),
        ("A 34-year-old baker was held.", "34-year-old", 34, 34, ("years old", "exact", "baker")),
        ("Ana Ruiz, 34, said so.", "34", 34, 34, ("years old", "exact", "")),
        ("A boy aged 5 was found.", "aged 5", 5, 5, ("years old", "exact", "")),
        ("Crime is at a 30-year low.", "30-year low", 30, 30, ("years", "exact", "low")),
        ("A 12-member panel sat.", "12-member", 12, 12, ("", "exact", "member")),
        ("It was 40 degrees Celsius.", "40 degrees Celsius", 40, 40, ("°C", "exact", "")),
        ("The wind reached 120 mph.", "120 mph", 120, 120, ("mph", "exact", "")),
    ],
)  # fmt: skip
def test_a_figure_is_read(text, words, low, high, reading):
    found = _figures(text)
    assert [text[one.start : one.end] for one in found] == [words]
    assert (found[0].low, found[0].high) == pytest.approx((low, high))
    assert (found[0].unit, found[0].qualifier.value, found[0].counted) == reading


@pytest.mark.parametrize(
    "text",
    [
        "No one was hurt and the two met one on one.",
        "He named one of the reasons.",
        "The first package came in the 21st Century, in the second half of its age.",
        "The iPhone 4 runs iOS 5.1.1, and they fly the 737 Max 24/7.",
        "The two sides met after 9/11 for the 2010 Vale Cup.",
        "Do this: 1) rest.",
        "The G7 and Channel 4 met about Article 5 of the treaty.",
        "A Boeing 737 landed.",
        "It happened in 2016, on 12 May, at 9:30 a.m.",
        "They talked for three hours, two days ago.",
        "They won 3-1.",
        "Call 555-0123 now.",
        "She lives at 12 Mill Street.",
        "House Bill 261 passed.",
        "The second half began.",
        "The COVID-19 years.",
    ],
)
def test_what_is_no_figure(text):
    assert [text[one.start : one.end] for one in _figures(text)] == []


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit"),
    [
        ("The third blast came at dawn.", "third", 3, 3, "ordinal"),
        ("It is marking its 50th year.", "50th", 50, 50, "ordinal"),
        ("The cable is 2 1/2 inches thick.", "2 1/2 inches", 2.5, 2.5, "inches"),
        ("They drank ½ litre.", "½ litre", 0.5, 0.5, "litres"),
        ("The night fell to -5 degrees Celsius.", "-5 degrees Celsius", -5, -5, "°C"),
        ("The flat costs Rs500.", "Rs500", 500, 500, "inr"),
        ("The flat costs CHF 500.", "CHF 500", 500, 500, "chf"),
        ("Profit came to 361 million pounds.", "361 million pounds", 3.61e8, 3.61e8, "gbp"),
        ("They found 3 million pounds of butter.", "3 million pounds", 3e6, 3e6, "lb"),
        ("It cost half a million euros.", "half a million euros", 5e5, 5e5, "eur"),
        ("They hold between 10 km and 15 km of coast.", "between 10 km and 15 km", 10, 15, "km"),
        ("Two or three cats slept.", "Two or three", 2, 3, ""),
        ("A few hundred cats slept.", "A few hundred", 200, 999, ""),
        ("It has 20,000-plus cats.", "20,000-plus", 20000, 20000, ""),
        ("A 5-star inn burned.", "5-star", 5, 5, ""),
        ("It takes 4,500mAh.", "4,500mAh", 4500, 4500, "mAh"),
        ("The car makes 400 pound-feet.", "400 pound-feet", 400, 400, "lb-ft"),
        ("The pup is ten weeks old.", "ten weeks old", 10, 10, "weeks old"),
        ("The loan is worth 12,34,567 rupees.", "12,34,567 rupees", 1234567, 1234567, "inr"),
        ("It is 2.5 times the rent.", "2.5 times", 2.5, 2.5, "times"),
    ],
)  # fmt: skip
def test_ranks_fractions_measures_and_money(text, words, low, high, unit):
    (found,) = _figures(text)
    assert (text[found.start : found.end], found.low, found.high, found.unit) == (words, low, high, unit)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Shares rose 5 percent.", ["up"]),
        ("Shares rose to 5 crowns.", [""]),
        ("Prices were down by about 3%.", ["down"]),
        ("It saw a 4 percent drop.", ["down"]),
        ("The team lost 3 games.", [""]),
        ("The fund lost 2%.", ["down"]),
        ("Women make up 27 percent.", [""]),
        ("The index fell 125 points.", ["down"]),
    ],
)
def test_a_rise_and_a_fall_are_told(text, changes):
    assert [one.change.value for one in _figures(text)] == changes


@pytest.mark.parametrize(
    ("text", "unit", "per"),
    [
        ("The bid is $70 a share.", "usd", "share"),
        ("The city uses 2 million gallons of water a day.", "gallons", "day"),
        ("The fee is 15 percent per annum.", "%", "year"),
        ("She scored 22 points per game.", "", "game"),
        ("Net sales were $14 million a year earlier.", "usd", ""),
        ("The mill makes 2,000 carts a week.", "", ""),
    ],
)
def test_what_a_sum_is_counted_by(text, unit, per):
    assert [(one.unit, one.per) for one in _figures(text)] == [(unit, per)]


def test_both_units_are_one_figure():
    text = "The island is just 90km (55 miles) from shore."
    (figure,) = _figures(text)
    assert text[figure.start : figure.end] == "just 90km (55 miles)"
    assert (figure.low, figure.unit, figure.also) == (90, "km", ((55.0, "miles"),))


def test_several_figures_of_a_sentence():
    text = "Turnout rose from 12% to 15%, with 7 arrests and 2 deaths."
    assert [(one.low, one.unit, one.counted) for one in _figures(text)] == [
        (12, "%", ""),
        (15, "%", ""),
        (7, "", "arrests"),
        (2, "", "deaths"),
    ]


def test_a_rise_is_two_figures_and_no_range():
    text = "Shares fell 4.2% to $38.15, and the Reds' 121 seats became 98."
    assert [(one.low, one.high, one.unit) for one in _figures(text)] == [
        (4.2, 4.2, "%"),
        (38.15, 38.15, "usd"),
        (121, 121, ""),
        (98, 98, ""),
    ]


def test_places_point_into_the_article():
    text = "First line.\nThen at least 8 red boats sank."
    (figure,) = annotate_figures(_article(text), (Sentence(0, 11, 0, Role.BODY), Sentence(12, len(text), 1, Role.BODY)))
    assert text[figure.start : figure.end] == "at least 8"
    assert text[figure.counted_start : figure.counted_end] == "red boats" == figure.counted


_PIECES = st.sampled_from(
    "12 1,200 3.5 two dozen million percent % $ € km ( ) - – to and between one half a third of the people at least "
    "more than aged year old , . Boeing in ten hundreds 2016 May".split()
)


@given(st.lists(_PIECES, max_size=25).map(" ".join))
def test_figures_are_sorted_apart_and_inside_the_text(text):
    found = _figures(text)
    assert all(0 <= one.start < one.end <= len(text) and one.low <= one.high for one in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all((one.qualifier is Qualifier.RANGE) <= (one.low < one.high) for one in found)
    assert all(text[one.counted_start or 0 : one.counted_end or 0] == one.counted for one in found)
