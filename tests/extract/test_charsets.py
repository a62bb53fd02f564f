import re

import pytest

from nutgraf.extract.charsets import charset_of, decode_bytes
from nutgraf.extract.prescan import declared_labels
from nutgraf.records.page import Media

META = '<meta charset="iso-8859-2">'


@pytest.mark.parametrize(
    ("content", "media", "transport", "text", "note"),
    [
        ("Möwe".encode(), "text", None, "Möwe", "charset utf-8"),
        (b"\xef\xbb\xbfM\xc3\xb6we", "html", "iso-8859-1", "Möwe", "charset utf-8 by byte order mark"),
        ("Möwe".encode("cp1252"), "html", "latin1", "Möwe", "charset cp1252 as sent"),
        (f"{META}Łódź".encode("iso8859-2"), "html", None, f"{META}Łódź", "charset iso8859-2 as declared"),
        (f"{META}Möwe".encode("cp1252"), "html", "windows-1252", f"{META}Möwe", "charset cp1252 as sent"),
        (f"{META}Łódź".encode(), "html", "utf-8", f"{META}Łódź", "charset utf-8 as sent"),
        ("Łódź".encode(), "text", "us-ascii", "Łódź", "charset utf-8"),
        ("Möwe".encode(), "text", "no-such-charset", "Möwe", "charset utf-8"),
        (
            "Möwe fliegt weit".encode("utf-16-le"),
            "text",
            None,
            "Möwe fliegt weit",
            "charset utf-16-le by its zero bytes",
        ),
        ("Gulls fly far".encode("utf-32-be"), "text", None, "Gulls fly far", "charset utf-32-be by its zero bytes"),
        (
            b"<?xml version='1.0' encoding='windows-1251'?><a>\xcc\xee\xf1\xf2</a>",
            "feed",
            None,
            None,
            "charset cp1251 as declared",
        ),
    ],
)
def test_the_charset_is_found_in_the_order_of_the_web(content, media, transport, text, note):
    decoded = decode_bytes(content, Media(media), transport)
    assert text is None or decoded.text == text
    assert decoded.notes[-1] == note
    assert decoded.damage == ()


def test_what_does_not_fit_is_noted():
    decoded = decode_bytes("Łódź".encode(), Media.HTML, "us-ascii")
    assert decode_bytes(b"\x81\x8d words", Media.TEXT, "cp1252").notes[0] == "charset cp1252, as sent, does not fit"
    assert decoded.text == "Łódź" or decoded.notes[0].startswith("charset cp1252")


@pytest.mark.parametrize("label", ["utf-7", "rot13", "idna", "undefined", "unicode_escape", "", "x" * 99])
def test_what_is_no_charset_of_the_web_is_none(label):
    assert charset_of(label) is None


def test_control_characters_are_removed_and_counted():
    decoded = decode_bytes(b"a\x00b\x1bc", Media.TEXT)
    assert decoded.text == "abc"
    assert decoded.damage == ("2 control characters removed",)


def sections(content):
    for part in content.split(b"#data\n")[1:]:
        data, _, rest = part.partition(b"\n#encoding\n")
        yield data, rest.strip().split(b"\n")[0].decode()


def test_declarations_are_found_as_browsers_find_them(hostile):
    right, wrong = 0, []
    for path in sorted((hostile / "html5lib-tests" / "encoding").glob("*.dat")):
        for data, wanted in sections(path.read_bytes()):
            if data.startswith(b"\xef\xbb\xbf"):
                continue  # the byte order mark goes before any declaration: tested above
            label = next((each for each in declared_labels(data) if charset_of(each)), "windows-1252")
            label = "utf-8" if label.lower().startswith("utf-16") else label
            right += charset_of(label) == charset_of(wanted)
            wrong += [data[:26]] if charset_of(label) != charset_of(wanted) else []
    # The one that is wrong writes its declaration by a script, and nothing is run here.
    assert (right, wrong) == (79, [b"<!-- multi-script test -->"])


def test_feeds_are_read_in_the_charset_they_were_sent_with(hostile):
    read = 0
    for path in sorted((hostile / "feedparser-tests" / "encoding").glob("*.xml")):
        content = path.read_bytes()
        head = decode_bytes(content, Media.FEED).text[:2000]
        sent = re.search(r"Header:\s*Content-type:\s*([^\n]*)", head, re.IGNORECASE)
        wanted = re.search(r"encoding == '([^']+)'", head)
        label = re.search(r"charset\s*=\s*['\"]?\s*([\w-]+)", sent.group(1)) if sent else None
        if wanted is None or (sent and not label and "text/" in sent.group(1)):
            continue  # without a charset of its own, text/xml was ASCII once (RFC 3023); the web forgot that
        decoded = decode_bytes(content, Media.FEED, label.group(1) if label else None)
        name = next(note for note in reversed(decoded.notes) if note.startswith("charset")).split()[1]
        assert name[:6] == charset_of(wanted.group(1))[:6], path.name
        read += 1
    assert read == 52
