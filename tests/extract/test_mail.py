# ruff: noqa: E501 - what pages hold is read in one piece or not at all
import textwrap
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from nutgraf.errors import DocumentRefused
from nutgraf.extract.decode import decode_page
from nutgraf.extract.flowed import flowed, rejoined
from nutgraf.records.article import ArticleKind, Field

STORY = (
    "The council of Nordhaven voted on Tuesday night to raise the sea wall by a metre and a half, the mayor said after it.",
    "“We can pay for the wall once, or for the flood every year,” the treasurer Piet Olsen told members before the vote.",
    "Construction is to begin in October, after the herring season, and is to take fourteen months, the mayor added.",
)
PAGE = "<html><body><h1>Wall vote in Nordhaven</h1>" + "".join(f"<p>{words}</p>" for words in STORY) + "</body></html>"


def mail(**headers):
    message = EmailMessage(policy=SMTP)
    message["Subject"] = headers.pop("subject", "Fwd: Wall – the vote")
    message["From"] = headers.pop("sender", "Harbour Gazette <news@gazette.example>")
    message["Date"] = "Wed, 14 May 2025 06:30:00 +0200"
    message["Message-ID"] = "<20250514.1@gazette.example>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    return message


def html_mail(**headers):
    message = mail(**headers)
    message.set_content("Read it in your browser.")
    message.add_alternative(PAGE, subtype="html", cte="quoted-printable")
    return message


def found(article, field):
    return [(each.value, each.chosen) for each in article.found if each.field is field]


def test_a_newsletter_gives_its_article_and_what_its_header_tells(page_of, extract):
    page = page_of(html_mail(List_Id="Gazette Morning <morning.gazette.example>").as_bytes(), "mail")
    (article,) = extract(page).articles
    assert article.title == "Wall vote in Nordhaven"
    assert article.text == "\n\n".join(STORY)
    assert (article.carrier, article.origin) == ("Harbour Gazette", "Harbour Gazette")
    assert (article.published.value, article.published.sure.value) == ("2025-05-14T06:30+02:00", "likely")
    assert article.address == "mid:20250514.1@gazette.example"
    assert found(article, Field.TITLE) == [("Wall vote in Nordhaven", True), ("Wall – the vote", False)]
    assert found(article, Field.CARRIER) == [("Harbour Gazette", True), ("Gazette Morning", False)]
    source = decode_page(page).text
    subject = next(each for each in article.found if each.how == "Subject of the e-mail")
    assert source[subject.start : subject.end] == "Fwd: Wall – the vote"


def test_a_real_newsletter(page_of, extract, wrapped):
    extraction = extract(page_of((wrapped / "newsletter.eml").read_bytes(), "mail"))
    (article,) = extraction.articles
    assert (article.title, article.byline, article.carrier) == (
        "Harbour town votes to raise its sea wall", "Nadia Kron", "Harbour Gazette",
    )  # fmt: skip
    assert len(article.blocks) == 7
    assert "What the wall costs" not in article.text
    assert "Unsubscribe" not in article.text
    assert "a part was not read: “agenda – May.pdf”, application/pdf, 15 bytes" in extraction.notes
    assert "the plain-text twin of its HTML was passed over" in extraction.notes
    (online,) = [each for each in article.found if each.field is Field.ADDRESS and not each.chosen]
    assert (online.value, online.why_not) == (
        "https://www.harbourgazette.example/letters/2025-05-14", "the whole e-mail on the web, not this text",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sender", "outlet"),
    [
        ('"Nadia Kron at the Harbour Gazette" <n@x.example>', "Harbour Gazette"),
        ('"Morning Brief | Coast Courier" <n@x.example>', "Coast Courier"),
        ('"=?utf-8?q?M=C3=B6we?= Zeitung" <n@x.example>', "Möwe Zeitung"),
        ('"Piet Olsen" <n@x.example>', "Piet Olsen"),
        ("n@x.example", None),
    ],
)
def test_whose_newsletter_it_is(page_of, extract, sender, outlet):
    content = (
        html_mail().as_bytes().replace(b"From: Harbour Gazette <news@gazette.example>", f"From: {sender}".encode())
    )
    (article,) = extract(page_of(content, "mail")).articles
    assert article.carrier == outlet


@pytest.mark.parametrize("cte", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-15"])
def test_every_way_of_packing_gives_the_same_text(page_of, extract, cte, charset):
    message = mail()
    message.set_content(PAGE.replace("“", "«").replace("”", "»"), subtype="html", charset=charset, cte=cte)
    (article,) = extract(page_of(message.as_bytes(), "mail")).articles
    assert article.text == "\n\n".join(STORY).replace("“", "«").replace("”", "»")


def test_a_letter_of_several_texts_gives_each(page_of, extract):
    more = (
        "The engine of the old ferry broke on Monday morning, an hour after it had left the harbour with ninety people.",
        "A tug brought it back to the quay, where the passengers waited for buses that took them round by way of the bridge.",
        "The line’s director, Marta Lind, said that a new pump would come from the mainland by Thursday at the earliest.",
        "Until then the smaller boat sails twice a day, and lorries have to wait on the other side or take the long way.",
        "It is the third time since the winter that the ferry stands still; the island’s council wants a second one bought.",
        "Fishermen offered to take the post across in their own boats, as their fathers did when the sound was full of ice.",
    )
    letters = (
        ("Wall vote in Nordhaven", "Nadia Kron", [*STORY, *reversed(more[3:])]),
        ("Ferry to Skarholm stands still", "Jon Berg", more),
    )
    texts = "".join(
        f"<article><h2>{title}</h2><p>By {who}</p>{''.join(f'<p>{words}</p>' for words in text)}</article>"
        for title, who, text in letters
    )
    message = mail()
    message.set_content(f"<html><body>{texts}</body></html>", subtype="html")
    articles = [a for a in extract(page_of(message.as_bytes(), "mail")).articles if a.kind is ArticleKind.ARTICLE]
    assert [article.title for article in articles] == ["Wall vote in Nordhaven", "Ferry to Skarholm stands still"]
    assert [article.byline for article in articles] == ["Nadia Kron", "Jon Berg"]
    assert {article.published.value for article in articles} == {"2025-05-14T06:30+02:00"}
    assert len({article.id for article in articles}) == 2


def test_the_same_letter_keeps_its_ids_wherever_it_lies(page_of, extract):
    content = html_mail().as_bytes()
    one, two = (extract(page_of(content, "mail", address)).articles for address in ("file:///a.eml", "file:///b/c.eml"))
    assert [article.id for article in one] == [article.id for article in two]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"Subject: x\n\n", "none of the e-mail's parts is a text"),
        (b"Content-Type: image/png\n\nxx", "none of the e-mail"),
    ],
)
def test_a_mail_without_text_is_refused(page_of, extract, content, reason):
    with pytest.raises(DocumentRefused, match=reason):
        extract(page_of(content, "mail"))


@pytest.mark.parametrize(
    "content",
    [
        b"Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: text/plain; charset=nonsense\n\nWords \xff here.",
        b"Subject: =?utf-8?b?%%%?= =?x?q?=\nDate: never\nMessage-ID: <>\n\nWords of a letter.",
        b"Subject: \xc3\xb6 raw\nContent-Transfer-Encoding: base64\n\n!!!! not base64 !!!!",
        b"Content-Type: text/html; charset*=''x; charset=\"\n\n<p>Words of a letter that is broken.</p>",
        b"From: (\nList-Id: <<<>>>\nContent-Disposition: ;;\n\nWords.",
    ],
)
def test_damaged_mails_are_read_as_far_as_they_go(page_of, extract, content):
    extraction = extract(page_of(content, "mail"))
    assert extraction.visible >= extraction.accounted > 0


def test_lines_that_a_mail_program_broke_are_whole_again(page_of, extract):
    broken = "\n\n".join(STORY)
    message = mail(subject="Wall vote in Nordhaven tonight")
    message.set_content("\n\n".join(textwrap.fill(words, 72) for words in STORY))
    (article,) = extract(page_of(message.as_bytes(), "mail")).articles
    assert (article.title, article.text) == ("Wall vote in Nordhaven tonight", broken)
    assert rejoined(broken, 0).text == broken
    hard = "\n".join(
        [
            "The council of Nordhaven voted on Tuesday night to raise the sea wall",
            "by a metre and a half. The mayor said that it would cost the town",
            "19 million crowns.",
            "",
            "* item one",
            "* item two",
            "",
            "The end of it is near, the treasurer said, and he should know it well",
            "enough.",
        ]
    )
    assert rejoined(hard, 0).text == (
        "The council of Nordhaven voted on Tuesday night to raise the sea wall by a metre and a half. The mayor said that it"
        " would cost the town 19 million crowns.\n\n* item one\n* item two\n\nThe end of it is near, the treasurer said, and he"
        " should know it well enough."
    )


@pytest.mark.parametrize(
    ("text", "joined", "expected"),
    [
        ("One line \ngoes on.\nNext.", False, "One line goes on.\nNext."),
        ("One li \r\nne.\r\n-- \r\nSign", True, "One line.\n-- \nSign"),
        (" From the start\n  stuffed", False, "From the start\n stuffed"),
        ("", False, ""),
    ],
)
def test_flowed_text_is_undone(text, joined, expected):
    tied = flowed(text, 10, joined)
    assert tied.text == expected
    assert all(text[run.page_start - 10 : run.page_end - 10] == tied.text[run.start : run.end] for run in tied.runs)
