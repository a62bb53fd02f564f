import io
import mailbox
from email.message import EmailMessage

import pytest

from nutgraf.ingest.mailboxes import read_mails
from nutgraf.ingest.steps import Place
from nutgraf.ingest.tally import Tally
from nutgraf.records.page import Media

PLACE = Place("/data/box", "box", "file:///data/box")


def mail(number, body="The ferry stopped.", identity=True):
    message = EmailMessage()
    message["From"], message["To"] = "desk@gazette.example", "readers@list.example"
    message["Subject"], message["Date"] = f"Ferry {number}", "Sat, 03 May 2031 06:30:00 +0000"
    if identity:
        message["Message-ID"] = f"<{number}.x@gazette.example>"
    message.set_content(body)
    return message


def written(tmp_path, mails):
    box = mailbox.mbox(str(tmp_path / "written.mbox"))
    for each in mails:
        box.add(each)
    box.close()
    return (tmp_path / "written.mbox").read_bytes()


def test_a_mailbox_as_python_writes_it(ingest, tmp_path):
    bodies = ["The ferry stopped.", "From Lonholm it sails at 10:30.\n\nFrom here on: nothing.", "> From the port\n"]
    data = written(tmp_path, [mail(number, body) for number, body in enumerate(bodies, 1)])
    pages, aside = ingest("news.mbox", data)
    assert [page.media for page in pages] == [Media.MAIL] * 3
    assert [page.address.rpartition("#")[2] for page in pages] == [f"mid={n}.x@gazette.example" for n in (1, 2, 3)]
    assert [page.container for page in pages] == ["news.mbox, mail 1", "news.mbox, mail 2", "news.mbox, mail 3"]
    assert b"\nFrom Lonholm it sails at 10:30." in pages[1].content
    assert pages[0].content.startswith(b"From: desk@gazette.example")
    assert aside == []


def test_mails_without_an_identity_have_their_number(ingest, tmp_path):
    (page,), _ = ingest("news.mbox", written(tmp_path, [mail(1, identity=False)]))
    assert page.address.endswith("/news.mbox#mail=1")


def walk(data, start=(), passing=False):
    tally, pages = Tally(), []
    for each in read_mails(io.BytesIO(data), PLACE, start, passing):
        for count in each.counts:
            tally.add(count)
        if each.made is not None:
            pages.append(each.made)
    return pages, [words for _, words in tally.lines()]


HEAD = b"From desk@gazette.example Sat May  3 06:30:00 2031\nFrom: desk@gazette.example\nSubject: Ferry\n\n"


def test_a_line_that_only_looks_like_an_envelope_parts_nothing():
    assert len(walk(HEAD + b"It stopped.\n\nFrom nine o'clock at 09:30 on it sails.\nNobody knows.\n\n" + HEAD)[0]) == 2


def test_a_long_mail_is_cut_and_the_next_one_read():
    pages, counted = walk(HEAD + b"It stopped. \n" * 500_000 + b"\n" + HEAD)
    assert [len(page.content) <= 5_000_000 for page in pages] == [True, True]
    assert counted == ["1 page cut at the cap on bytes (first: mail 1)"]


def test_a_mail_without_end_of_lines_is_cut():
    pages, counted = walk(HEAD + b"It stopped. " * 1_000_000)
    assert (len(pages), len(counted)) == (1, 1)


@pytest.mark.parametrize("begin", [0, 1, 2])
def test_reading_goes_on_from_any_place(begin):
    assert len(walk((HEAD + b"It stopped.\n\n") * 3, (begin,))[0]) == 3 - begin
    assert len(walk((HEAD + b"It stopped.\n\n") * 3, (begin,), passing=True)[0]) == 2 - begin
