"""Currencies: which nouns an article uses as money, and amounts of them."""

import pytest

from nutgraf.annotate.currencies import find_currencies
from nutgraf.annotate.figures import annotate_figures
from nutgraf.records.annotation import Sentence
from nutgraf.records.article import Article, ArticleKind, Published, Role, Sure


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("The bridge cost 340 million talvars ($48 million).", {"talvars"}),
        ("The bridge cost 340 rin ($48).", {"rin"}),
        ("Repairs cost 40 talvars, or about $6.", {"talvars"}),
        ("Net debt stood at 2.1 billion olmars.", {"olmars"}),
        ("Tickets cost 12 olmars, 5 olmars for children.", {"olmars"}),
        ("He put the damage at 500mn olmars.", {"olmars"}),
        ("The olmar was little changed at 7.08 to the dollar.", {"olmars"}),
        ("He was fined 300 crowns.", {"crowns"}),
        ("She wore 2 crowns.", set()),
        ("They closed 12 schools. Repairs at 5 schools cost 12 schools a roof.", {"schools"}),
        ("They closed 12 schools. Repairs cost 5 schools their roof, and the schools shut.", set()),
        ("It cost 300 jobs and another 40 jobs.", set()),
        ("About 3 million visitors came and 2 million visitors left.", set()),
        ("The oil spill cost 90 million euros.", set()),
        ("The fire cost 12 lives, and 5 lives more.", set()),
    ],
)
def test_which_nouns_are_money(text, money):
    assert find_currencies(text) == money


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "counted"),
    [
        ("The bridge cost 340m talvars ($48m).", "340m talvars ($48m)", 3.4e8, "talvars", ""),
        (
            "The bridge cost 340 million talvars ($48 million).",
            "340 million talvars ($48 million)",
            3.4e8,
            "talvars",
            "",
        ),
        ("A fee of up to 500mn talvars ($70mn) fell due.", "up to 500mn talvars ($70mn)", 5e8, "talvars", ""),
        ("They pay 40 talvars ($6) in fees.", "40 talvars ($6)", 40, "talvars", "fees"),
        ("A 5-talvar coin, worth 5 talvars ($1), fell.", "5-talvar", 5, "talvars", "coin"),
        ("The toll is 200 baht.", "200 baht", 200, "thb", ""),
        ("He paid 3,000 forints.", "3,000 forints", 3000, "huf", ""),
    ],
)
def test_an_amount_of_money(text, words, value, unit, counted):
    article = Article(
        *("a", "v", "p", 0, ArticleKind.ARTICLE, *[None] * 7),
        *(Published(None, "", Sure.UNSURE), "en", text, (), (), (), 1.0, None, "test"),
    )
    first = annotate_figures(article, (Sentence(0, len(text), 0, Role.BODY),))[0]
    assert (text[first.start : first.end], first.low, first.unit, first.counted) == (words, value, unit, counted)
