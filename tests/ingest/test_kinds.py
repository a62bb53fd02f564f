import pytest

from nutgraf.ingest.kinds import Container, kind_of
from nutgraf.records.page import Media

MAIL = "From: Desk <desk@gazette.example>\nTo: readers@list.example\nSubject: Ferry\nDate: Sat, 3 May 2031\n"
MHTML = "From: <Saved by Blink>\nSubject: Ferry\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=x\n\n"
XML = '<?xml version="1.0"?>\n<!-- made by hand -->\n'

BY_CONTENT = [
    ("<!DOCTYPE html><p>Met.", Media.HTML),
    ("\n <!-- saved --> <html lang='en'>", Media.HTML),
    (XML + '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd"><html>', Media.HTML),
    ("<article><h1>Ferry", Media.HTML),
    ("The council met.", Media.TEXT),
    ("a < b and b > c", Media.TEXT),
    ("The council <p>met</p>.", Media.HTML),
    ("%PDF-1.7\n", Media.PDF),
    (XML + '<rss version="2.0"><channel>', Media.FEED),
    ("<rss version='0.91'>", Media.FEED),
    (XML + '<feed xmlns="http://www.w3.org/2005/Atom">', Media.FEED),
    (XML + '<atom:feed xmlns:atom="http://www.w3.org/2005/Atom">', Media.FEED),
    ('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">', Media.FEED),
    ('<rdf:RDF xmlns="http://my.netscape.com/rdf/simple/0.9/">', Media.FEED),
    ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', Media.FEED),
    ('{"items": [], "version": "https:\\/\\/jsonfeed.org\\/version\\/1"}', Media.FEED),
    (XML + '<opml version="2.0">', Media.LISTING),
    (XML + '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', Media.LISTING),
    (XML + "<sitemapindex>", Media.LISTING),
    (MHTML, Media.MHTML),
    (MAIL + "Message-ID: <1@gazette.example>\n\nThe ferry", Media.MAIL),
    ("Received: by mx.example;\n Sat, 3 May 2031\n" + MAIL + "\nThe ferry", Media.MAIL),
    (MAIL + "\nA mail printed as text is text.", Media.TEXT),
    ("Subject: a line of text\nmore of it", Media.TEXT),
    ("From desk@gazette.example Sat May  3 06:30:00 2031\n" + MAIL, Container.MBOX),
    ("From Lonholm the ferry sails at 10:30 daily.\nIt is late.", Media.TEXT),
    ("WARC/1.0\r\nWARC-Type: warcinfo\r\n", Container.WARC),
    ("filedesc://a.arc 0.0.0.0 20310503063000 text/plain 76\n", Container.ARC),
    ("PK\x03\x04", Container.ZIP),
    ("PAR1", Container.PARQUET),
    ('{"url": "https://gazette.example/1"}\n{"url": "https://gazette.example/2"}', Container.JSON),
    ('[\n  {"title": "Ferry"}]', Container.JSON),
    ("[Video] The ferry at Lonholm", Media.TEXT),
    ("{The ferry} stopped", Media.TEXT),
    ("<svg xmlns='http://www.w3.org/2000/svg'>", "a picture (SVG)"),
    (XML + "<newsItem><itemMeta/>", "XML of a kind that nutgraf does not know (its outermost element is newsitem)"),
    (XML + "<nitf><body><p>The ferry</p>", Media.HTML),
    ("{\\rtf1 The ferry", "rich text (RTF); save it as HTML, PDF or plain text"),
]


@pytest.mark.parametrize(("text", "kind"), BY_CONTENT)
@pytest.mark.parametrize("mark", ["utf-8", "utf-8-sig"])
def test_content_tells(text, kind, mark):
    assert kind_of(text.encode("utf-8" if text[0] in "%PWf{\\" else mark)) == kind


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_two_bytes_a_letter_with_and_without_a_mark(codec):
    assert kind_of(f"<html><p>{'The ferry to Lonholm. ' * 9}".encode(codec)) is Media.HTML
    assert kind_of(("The ferry to Lonholm. " * 9).encode(codec)) is Media.TEXT


BY_NAME = [
    ("a.html", b"The council met.", Media.HTML),
    ("a.md", b"# Title", Media.TEXT),
    ("a.eml", b"Subject: Ferry\n\nIt stopped.", Media.MAIL),
    ("a.mht", b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>", Media.MHTML),
    ("a.csv", b"url,text\n", Container.TABLE),
    ("a.tsv", b"url\ttext\n", Container.TABLE),
    ("a.warc", b"damaged from the first byte", Container.WARC),
    ("a.json", b"no JSON", "text that is no JSON, whatever its name says"),
    ("a.txt", bytes(range(32)) * 40, "binary data of a kind that nutgraf does not know"),
    ("a.html", b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    ("a.txt", b"<rss version='2.0'>", Media.FEED),
]


@pytest.mark.parametrize(("name", "data", "kind"), BY_NAME)
def test_the_name_tells_what_content_does_not(name, data, kind):
    assert kind_of(data, name) == kind


HARD = [b"<!--" * 16_000, b" " * 65_536, b"<!doctype " * 6_000, b"<?xml " * 10_000, b"A:" * 32_000, b"<![" * 20_000]


@pytest.mark.parametrize("data", HARD)
def test_a_first_look_never_takes_long(data):
    import time

    begun = time.process_time()
    kind_of(data)
    assert time.process_time() - begun < 0.5
