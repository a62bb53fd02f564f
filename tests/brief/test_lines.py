"""Lines: words with every span that carries them."""

from nutgraf.brief.lines import clearest_statement, count_origins, line_of_point, line_of_statement
from nutgraf.records.annotation import Attribution, AttributionKind
from nutgraf.records.article import Span
from nutgraf.records.comparison import OriginGroup, Point, Standing, Statement


def statement(identity, outlet):
    attribution = Attribution(0, 5, AttributionKind.OWN, "", None, None, 0, 5)
    return Statement(identity, identity, outlet, Span(identity, "v", 0, 5), f"It {identity}.", attribution, "did")


A, B, C = statement("a", "Gazette"), statement("b", "Courier"), statement("c", "Gazette")


def point(*origins, fewest=1):
    groups = tuple(OriginGroup(name, (), "") for name in origins)
    return Point("p", B.words, B.span, Standing.ALL, (A, B, C), groups, fewest, (), 1.0)


def test_the_first_evidence_is_the_words_own():
    line = line_of_statement(B, (A, B, C), "note")
    assert (line.words, line.evidence, line.outlets, line.note) == (
        B.words, (B.span, A.span, C.span), ("Courier", "Gazette"), "note",
    )  # fmt: skip


def test_a_point_shows_its_clearest_statement():
    assert clearest_statement(point("x")) is B
    assert line_of_point(point("x")).words == B.words


def test_origins_are_counted_in_words():
    assert count_origins(point("Norpress")) == "one origin: Norpress"
    assert count_origins(point("Norpress", "Gazette", fewest=2)) == "2 independent origins"
    assert count_origins(point("Norpress", "Gazette", "Courier")) == "1 to 3 independent origins"
