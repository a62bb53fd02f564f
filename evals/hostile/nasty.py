"""Pages that grow: the shapes that cost parsers most, each made to a size in bytes."""

from __future__ import annotations

from collections.abc import Callable

from nutgraf.records.page import Media

_SENTENCE = "The ferry crews were told on Sunday that the sea gate stays shut until Thursday. "
_WORDS = "harbour ferry gate crew mole quay island winter council crown "


def repeated(unit: str, before: str = "", after: str = "") -> Callable[[int], bytes]:
    """Return what makes a page of one unit, again and again; `{}` in it is the number of the repetition."""

    def made(size: int) -> bytes:
        if "{}" in unit:
            count = max(1, (size - len(before) - len(after)) // (len(unit) + 3))
            return "".join([before, *(unit.replace("{}", str(number)) for number in range(count)), after]).encode()
        return (before + unit * max(1, (size - len(before) - len(after)) // len(unit)) + after).encode()

    return made


def nested(opening: str, closing: str, inside: str = _SENTENCE) -> Callable[[int], bytes]:
    """Return what makes a page of elements in elements, with a sentence in the innermost."""

    def made(size: int) -> bytes:
        count = max(1, (size - len(inside)) // (len(opening) + len(closing)))
        return (opening * count + inside + closing * count).encode()

    return made


_BODY = ("<html><body><h1>Harbour gate stays shut</h1><p>" + _SENTENCE * 3 + "</p>", "</body></html>")
_TABLE = (_BODY[0] + "<table>", "</table>" + _BODY[1])

HTML: dict[str, Callable[[int], bytes]] = {
    "elements in elements (div)": nested("<div>", "</div>"),
    "elements in elements (b)": nested("<b>", "</b>"),
    "elements in elements, a class each": nested('<div class="story related">', "</div>"),
    "elements never closed (div)": repeated("<div>", after=_SENTENCE),
    "elements never closed, a sentence each": repeated("<div>" + _SENTENCE),
    "lists in lists": nested("<ul><li>", "</li></ul>"),
    "tables in tables": nested("<table><tr><td>", "</td></tr></table>"),
    "tables in tables, a word each": nested("<table><tr><td>gate", "</td></tr></table>"),
    "block quotes in block quotes, a word each": nested("<blockquote>gate", "</blockquote>"),
    "drawings in drawings (svg)": nested("<svg><g>", "</g></svg>"),
    "choices in choices (select)": repeated("<select><option>gate"),
    "formatting opened and closed (lexbor #340)": repeated("<b 1><i 1>x</b>"),
    "end tags only": repeated("</div></p></b>", *_BODY),
    "attributes of one tag": repeated(" a{}=1", "<p", ">" + _SENTENCE),
    "attributes of many tags": repeated("<p" + " a=1 b=2" * 50 + ">" + _SENTENCE),
    "attributes without a space": repeated('<a title="x"y="z"' + "q" * 40 + ">" + _SENTENCE),
    "quotes never closed": repeated('<a title="', *_BODY),
    "quotes and signs in one tag": repeated("\"'>", "<a ", _SENTENCE),
    "paragraphs, empty": repeated("<p>", after=_SENTENCE),
    "paragraphs of a letter": repeated("<p>a</p>", *_BODY),
    "paragraphs of a sentence": repeated(f"<p>{_SENTENCE}</p>", *_BODY),
    "paragraphs of a sentence, a class each": repeated(f'<p class="text c{{}}">{_SENTENCE}</p>', *_BODY),
    "paragraphs, all different": repeated(f"<p>Number {{}}: {_SENTENCE}</p>", *_BODY),
    "links": repeated('<a href="/p{}">Ferries leave from the coal quay</a> ', *_BODY),
    "links in a list": repeated('<li><a href="/p{}">Ferries leave from the coal quay</a></li>', *_BODY),
    "links in one paragraph": repeated('<a href="/p{}">Read more</a> ', f"{_BODY[0]}<p>", f"</p>{_BODY[1]}"),
    "cards": repeated(
        '<div class="card"><a href="/p{}"><h3>Ferries leave from the coal quay</h3></a>'
        "<p>The crews were told.</p></div>",
        *_BODY,
    ),
    "list items": repeated("<li>Ferries leave from the coal quay</li>", *_BODY),
    "headings": repeated("<h2>Ferries leave from the coal quay</h2>", *_BODY),
    "headings and a sentence": repeated(f"<h2>Ferries leave number {{}}</h2><p>{_SENTENCE}</p>", *_BODY),
    "articles": repeated(
        "<article><h2>Ferries leave, number {}</h2><p>By Nadia Kron</p><p>3 March 2031</p><p>"
        + _SENTENCE * 3
        + "</p></article>",
        *_BODY,
    ),
    "times and a sentence": repeated(f"<time>10:{{}}</time><p>{_SENTENCE}</p>", *_BODY),
    "times": repeated("<time datetime=2031-03-03>3 March 2031</time><br>", *_BODY),
    "rows of three cells": repeated("<tr><td>gate</td><td>4</td><td>crowns</td></tr>", *_TABLE),
    "one row of many cells": repeated("<td>gate</td>", f"{_TABLE[0]}<tr>", f"</tr>{_TABLE[1]}"),
    "cells of a sentence": repeated(f"<tr><td>{_SENTENCE}</td><td>{_SENTENCE}</td></tr>", *_TABLE),
    "line breaks": repeated("<br>", *_BODY),
    "lines parted by breaks": repeated(_SENTENCE + "<br>", *_BODY),
    "one text in many pieces": repeated("<b>a</b>", f"{_BODY[0]}<p>", f"</p>{_BODY[1]}"),
    "hidden elements": repeated(f"<div hidden>{_SENTENCE}</div>", *_BODY),
    "scripts": repeated("<script>a</script>", *_BODY),
    "a script never closed": repeated("var a;", f"{_BODY[0]}<script>"),
    "opening signs": repeated("<", *_BODY),
    "opening signs and a letter": repeated("<a", *_BODY),
    "comments never closed": repeated("<!--", *_BODY),
    "comments": repeated("<!---->", *_BODY),
    "declarations never closed": repeated("<!h", *_BODY),
    "entities": repeated("&amp;", *_BODY),
    "entities never closed": repeated("&amp", *_BODY),
    "entities with long numbers": repeated("1", f"{_BODY[0]}&#", f";{_BODY[1]}"),
    "JSON-LD in lists": repeated("[", '<script type="application/ld+json">', f"</script>{''.join(_BODY)}"),
    "JSON-LD in objects": repeated('{"@type":"NewsArticle","a":', '<script type="application/ld+json">', "</script>"),
    "JSON-LD blocks": repeated(
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Gate {}"}</script>', *_BODY
    ),
    "meta tags": repeated('<meta name="n{}" content="Harbour gate stays shut">', "<html><head>", "".join(_BODY)),
    "a long title": repeated(_WORDS, "<title>", f"</title>{''.join(_BODY)}"),
    "a long title of dashes": repeated(" - ", "<title>Gate", f"</title>{''.join(_BODY)}"),
    "a long description": repeated(_WORDS, '<meta name="description" content="', f'">{"".join(_BODY)}'),
    "a long address": repeated("/2031/03/03", '<link rel="canonical" href="https://courier.example', f'">{_BODY[0]}'),
}
"""Shapes of tags."""

LINES: dict[str, Callable[[int], bytes]] = {
    "one line": repeated(_WORDS),
    "one line of sentences": repeated(_SENTENCE),
    "one line without a space": repeated("gate"),
    "sentences, a line each": repeated(_SENTENCE + "\n"),
    "sentences, all different": repeated(f"Number {{}}: {_SENTENCE}\n\n"),
    "lines of a word": repeated("gate\n"),
    "headlines": repeated("Ferries leave from the coal quay\n"),
    "headlines, all different": repeated("Ferries leave from quay number {}\n"),
    "list items in text": repeated("- Ferries leave from the coal quay\n"),
    "bylines": repeated("By Nadia Kron\n"),
    "names in one byline": repeated("Nadia Kron, ", "By "),
    "datelines": repeated("NORDHAVEN (Norland News) - "),
    "times in one line": repeated("12 minutes ago "),
    "times in lines": repeated("12 minutes ago\n"),
    "dates in one line": repeated("3 March 2031, 10:15 am, "),
    "dates in lines": repeated("3 March 2031, 10:15 am\n"),
    "numbers": repeated("1"),
    "numbers and dots": repeated("1."),
    "capitals": repeated("GATE "),
    "capital letters, dots": repeated("N. "),
    "quotation marks": repeated('"'),
    "brackets": repeated("("),
    "brackets in pairs": repeated("(a) "),
    "dashes": repeated("-"),
    "dashes and blanks": repeated(" - "),
    "dots": repeated("."),
    "blanks": repeated(" ", "gate", "gate"),
    "blanks of other kinds": repeated("\u00a0\t", "gate", "gate"),
    "empty lines": repeated("\n", "gate", "gate"),
    "line separators": repeated("\u2028gate"),
    "commas": repeated(","),
    "bars": repeated("gate | "),
    "slashes": repeated("gate/"),
    "addresses": repeated("https://courier.example/a "),
    "mail addresses": repeated("nadia@courier.example "),
    "at signs": repeated("@"),
    "stars": repeated("*"),
    "combining marks": repeated("\u0301", "gate"),
    "zero-width signs": repeated("\u200b", "gate", "gate"),
    "Chinese": repeated("港口的闸门星期四以前一直关着。"),
    "Arabic": repeated("بوابة الميناء "),
    "credits": repeated("Photo: Piet Olsen/Harbor Gazette "),
    "copyright signs": repeated("© 2031 Norland Courier "),
    "read more": repeated("Read more: Ferries leave from the coal quay\n"),
    "copyright lines": repeated("This article originally appeared in the Norland Courier.\n"),
    "apostrophes": repeated("o'"),
    "of of of": repeated("of the "),
}
"""Shapes of lines, each read as plain text and as one paragraph of HTML."""

FEEDS: dict[str, Callable[[int], bytes]] = {
    "entries": repeated(
        "<item><title>Gate {}</title><link>https://courier.example/{}</link><description>"
        + _SENTENCE
        + "</description><pubDate>Mon, 03 Mar 2031 10:15:00 GMT</pubDate></item>",
        '<rss version="2.0"><channel><title>Norland Courier</title>',
        "</channel></rss>",
    ),
    "one long entry": repeated(
        f"&lt;p&gt;{_SENTENCE}&lt;/p&gt;",
        "<rss><channel><item><title>Gate</title><description>",
        "</description></item></channel></rss>",
    ),
    "one long entry of plain text": repeated(
        _SENTENCE, "<rss><channel><item><title>Gate</title><description>", "</description></item></channel></rss>"
    ),
    "one long title": repeated(_WORDS, "<rss><channel><item><title>", "</title></item></channel></rss>"),
    "elements in an entry": repeated("<a>", "<rss><channel><item><title>Gate</title>"),
    "elements in a text": repeated(
        "<p>gate</p>", "<feed><entry><title>Gate</title><content type='xhtml'><div>", "</div></content></entry></feed>"
    ),
    "sections opened": repeated("<![CDATA[", "<rss><channel><item><title>Gate</title><description>"),
    "comments in a feed": repeated("<!--", "<rss><channel><item><title>Gate</title>"),
    "attributes in a feed": repeated(" a{}='1'", "<rss", "><channel><item><title>Gate</title></item></channel></rss>"),
    "name spaces": repeated(" xmlns:n{}='urn:n'", "<rss", "><channel><item><title>Gate</title></item></channel></rss>"),
    "entries without an end": repeated("<item><title>Gate {}</title>", "<rss><channel>"),
    "opening signs in a feed": repeated("<", "<rss><channel><item><title>Gate</title><description>"),
    "entities in a feed": repeated("&amp;amp;", "<rss><channel><item><title>Gate</title><description>"),
    "JSON feed": repeated(
        '{"id":"{}","title":"Gate {}","content_text":"' + _SENTENCE + '"},',
        '{"version":"https://jsonfeed.org/version/1.1","title":"Norland Courier","items":[',
        '{"id":"x"}]}',
    ),
    "JSON feed in lists": repeated("[", '{"version":"https://jsonfeed.org/version/1.1","items":['),
    "JSON feed, one long string": repeated(
        _SENTENCE + "\\u00e9\\n",
        '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_text":"',
        '"}]}',
    ),
}

LISTINGS: dict[str, Callable[[int], bytes]] = {
    "OPML": repeated('<outline text="Gate {}" xmlUrl="https://courier.example/{}"/>', "<opml><body>", "</body></opml>"),
    "OPML, nested": nested('<outline text="Gate">', "</outline>", ""),
    "sitemap": repeated(
        "<url><loc>https://courier.example/{}</loc><lastmod>2031-03-03</lastmod></url>", "<urlset>", "</urlset>"
    ),
}

SHAPES: dict[str, tuple[Media, Callable[[int], bytes]]] = {
    **{name: (Media.HTML, made) for name, made in HTML.items()},
    **{f"{name}, as text": (Media.TEXT, made) for name, made in LINES.items()},
    **{f"{name}, in HTML": (Media.HTML, made) for name, made in LINES.items()},
    **{f"{name} (feed)": (Media.FEED, made) for name, made in FEEDS.items()},
    **{name: (Media.LISTING, made) for name, made in LISTINGS.items()},
}
"""All shapes, with how their bytes are read."""
