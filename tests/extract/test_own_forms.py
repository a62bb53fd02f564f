import pytest

from nutgraf.extract.own_forms import (
    is_advert,
    is_assistant,
    is_contact,
    is_notice,
    is_post,
    is_remark,
    is_unnamed,
    offers_text,
    shows_picture,
)


@pytest.mark.parametrize(
    ("tells", "yes", "no"),
    [
        (is_notice, "An earlier version of this story gave the wrong year.", "An earlier version of the bill failed."),
        (is_notice, "This interview has been edited for length.", "This story has been told before."),
        (is_post, "Ann Bell (@annbell): The quay is shut.", "Write to desk@port.example: we read everything."),
        (is_remark, "[The writer is treasurer of the club. Ed.]", "[1] See the report."),
        (
            is_assistant,
            "Let our clever assistant sum this up for you:",
            "Ask the assistant who runs the hall.",
        ),
        (is_contact, "Media contact: Anna Bell, office of the board", "Media contacts were cut in May: nobody rang."),
        (is_advert, "Ad · Hull & Sons: boats, boats, boats", "Adverts: a history"),
        (offers_text, "Leia também: O cais que nunca veio", "Related charges were dropped on Friday"),
        (is_unnamed, "Name and address supplied", "Names of the dead"),
        (shows_picture, "The lime tree at Hollin Road. (Sent in by Petra Vance)", "The tree fell (nobody was hurt)"),
        (shows_picture, "Jean Morrow, left, and Pauline Dace on the quay.", "She left, and the quay was empty."),
        (shows_picture, "The quay at dawn. Paul Weller for The Echo", "The quay at dawn belongs to Paul Weller"),
        (shows_picture, "Tramwaj na ulicy Lipowej. Fot. materiały prasowe", "Tramwaj na ulicy Lipowej"),
    ],
)
def test_a_form_is_known_and_what_looks_like_it_is_not(tells, yes, no):
    assert (tells(yes), tells(no)) == (True, False)
