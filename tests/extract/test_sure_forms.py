import numpy as np
import pytest

from nutgraf.extract.glued import part_lines
from nutgraf.extract.lines import read_lines
from nutgraf.extract.sure_forms import add_forms, tells_something
from nutgraf.models.line_roles import BEGINS, LABELS, SCORES

PROSE = "The harbour board met on Monday and voted to keep the ferry in the dock until the autumn, at a high price."
GLUED = f"By Europe editor Ann BellThe first thing is this. {PROSE}"
LENGTHY = f"{PROSE} {PROSE} {PROSE} {PROSE}"
CUT = "The board had expected the first"
CHANGED, POST = "This story was updated on Friday.", "Port Office @portoffice · 31m: The quay is shut."
ALSO, ADVERT = "Lee también: El muelle que nunca llegó", "ADVERTISEMENT — Hull & Sons. We float."
CREDITED = "A boat leaves at dawn. Photograph: Ann Bell/Vell Courier"


def told(text):
    """For each line the labels that its form makes likelier, and those less likely with a minus."""
    lines = part_lines(read_lines(text))
    scores = add_forms(lines, np.zeros((len(lines), SCORES), dtype=np.int64))
    return {
        line.words: {f"{'-' if row[at] < 0 else ''}{label}" for at, label in enumerate(LABELS) if row[at]}
        for line, row in zip(lines, scores, strict=True)
    }


@pytest.mark.parametrize(
    ("text", "line", "labels"),
    [
        (f"Why it matters\n{GLUED}", "Why it matters", {"subheading", "title"}),
        (f"{PROSE}\n{CUT}\nKeep reading for 1 crown\nSubscribe to read on.", CUT, {"body"}),
        (CREDITED, CREDITED, {"caption", "teaser_caption"}),
        (f"2 hours ago\nWhat is the harbour board?\n{PROSE}", "What is the harbour board?", {"title"}),
        (f"{PROSE}\nWhat is the harbour board?\n{PROSE}", "What is the harbour board?", set()),
        (LENGTHY, LENGTHY, {"-caption", "-teaser_caption", "-deck"}),
        ("- The pier is shut.\n- The ferry is late.", "The ferry is late.", {"list"}),
        ("Two firms have bid.\nAnn Bell covers the coast for the Vell Courier.", "Two firms have bid.", {"body"}),
        (f"{PROSE}\n“voted to keep the ferry in the dock”", "“voted to keep the ferry in the dock”", {"body", "title"}),
        (f"{PROSE}\n“voted to keep the ferry in the dock”\nAnn Bell, mayor", "Ann Bell, mayor", {"furniture"}),
        (f"{CREDITED}\nFerry is to stay…", "Ferry is to stay…", {"teaser_title", "title", "subheading"}),
        (f"{PROSE}\n{CHANGED}", CHANGED, {"furniture", "-body"}),
        (POST, POST, {"furniture", "-body"}),
        (ALSO, ALSO, {"teaser_title", "-body"}),
        (ADVERT, ADVERT, {"furniture", "-body"}),
        ("Dark blue wave pattern", "Dark blue wave pattern", {"furniture"}),
        ("Paul Weller\nMay 3, 2025", "Paul Weller", {"byline", "teaser_meta"}),
        ("Paul Weller\nPort Vell", "Paul Weller", set()),
        ("by Ann Bell", "by Ann Bell", {"byline", "teaser_meta"}),
        ("<" * 200, "<" * 200, {"furniture", "-body"}),
        ("A MESSAGE FROM THE BAKERS", "A MESSAGE FROM THE BAKERS", {"furniture"}),
        ("0:42", "0:42", {"furniture"}),
    ],
)  # fmt: skip
def test_a_form_makes_its_labels_likelier(text, line, labels):
    assert told(text)[line] == labels


LINK = {"teaser_title", "-body", "-list", "-subheading"}


def test_headings_under_a_heading_over_links_are_links_up_to_an_empty_line():
    page = told(f"Read more:\nHerring quota cut by a third\nHow herring are counted\n\nA third way out\n{PROSE}")
    assert page["Herring quota cut by a third"] == page["How herring are counted"] == LINK
    assert page["A third way out"] == set()


def test_links_that_empty_lines_part_are_links_up_to_a_paragraph():
    page = told(
        f"Related articles\n\nHerring quota cut by a third\n\nHow herring are counted\n\n{PROSE}\n\nA third way out"
    )
    assert page["How herring are counted"] == LINK
    assert page["A third way out"] == set()


def test_a_page_of_teasers_alone_holds_no_text():
    page = told(
        "Rare herons counted\nForty-one were seen.\nVote delayed\nIt was put off again.\nKeeper retires\nHe likes soup."
    )
    assert page["Rare herons counted"] == {"teaser_title"}
    assert page["He likes soup."] == {"teaser_text"}


def test_a_line_cut_off_for_its_form_begins_no_article():
    lines = part_lines(read_lines(GLUED))
    scores = add_forms(lines, np.zeros((len(lines), SCORES), dtype=np.int64))
    assert scores[0, BEGINS] < 0 < scores[0, LABELS.index("byline")]
    assert (scores[1] == 0).all()


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Share", False),
        (f"Ferry shut\n{PROSE}", False),
        (f"Ferry shut\n{PROSE} {PROSE}", True),
        (f"Ferry shut\nTram late\nPort open\nBoat lost\n{PROSE} {PROSE}", False),
        (f"Ferry shut\nTram late\nPort open\nBoat lost\n{PROSE} {PROSE}\n{PROSE} {PROSE}", True),
        (f"Ferry shut\nTram late\nPort open\nBoat lost\n{' '.join([PROSE] * 5)}", True),
    ],
)
def test_a_page_with_long_paragraphs_or_little_else_tells_something(text, tells):
    assert tells_something(read_lines(text)) is tells
