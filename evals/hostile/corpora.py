"""The hostile corpora as documents: what each holds, set into pages or taken as it is."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath

from evals.hostile.cases import Case, bare, in_lines, in_page
from evals.hostile.pack import Found, Pack

_TREE_INPUT = re.compile(r"#data\n(.*?)\n?#errors\n", re.DOTALL)
_ENCODING_INPUT = re.compile(rb"#data\n(.*?)\n#encoding\n", re.DOTALL)
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_FEED = '{{"version": "https://jsonfeed.org/version/1.1", "title": "Norland Courier", "items": [{}, {}]}}'
_ITEM = '{"id": "1", "title": "Harbour gate stays shut", "content_text": "Ferries leave from the coal quay."}'


def html5lib(files: Iterable[Found]) -> Iterator[Case]:
    """Yield the inputs of the tests of the HTML standard, each as a page and (tokens and trees) inside one."""
    for name, content in files:
        kind = name.split("/")[1]
        if name.endswith(".test"):
            inputs = _written(content) if kind == "serializer" else _tokens(content)
        elif kind == "encoding":
            inputs = (found[1].decode("latin-1") for found in _ENCODING_INPUT.finditer(content))
        elif name.endswith(".dat"):
            inputs = (found[1] for found in _TREE_INPUT.finditer(content.decode("utf-8", "surrogatepass")))
        else:
            continue
        for number, vector in enumerate(inputs):
            if kind == "encoding":
                yield bare(f"{name}#{number}", vector.encode("latin-1"))
                continue
            yield bare(f"{name}#{number}", vector)
            if kind != "serializer":
                yield in_page(f"{name}#{number} in a page", vector)


def _tokens(content: bytes) -> Iterator[str]:
    for test in _tests(content):
        vector = test["input"]
        yield _ESCAPED.sub(lambda found: chr(int(found[1], 16)), vector) if test.get("doubleEscaped") else vector


def _written(content: bytes) -> Iterator[str]:
    return (written for test in _tests(content) for written in test.get("expected", ()))


def _tests(content: bytes) -> list:
    told = json.loads(content)
    return told.get("tests") or told.get("xmlViolationTests") or []


def naughty_strings(files: Iterable[Found]) -> Iterator[Case]:
    """Yield each naughty string inside a page with tags and inside one without, and the files themselves."""
    for name, content in files:
        if not PurePath(name).name.startswith("LICENSE"):
            yield bare(name, content, PurePath(name).suffix)
        if name.endswith("blns.json"):
            for number, vector in enumerate(json.loads(content)):
                yield in_page(f"{name}#{number}", vector)
                yield in_lines(f"{name}#{number} without tags", vector)


def as_they_are(files: Iterable[Found]) -> Iterator[Case]:
    """Yield the files of a corpus under their own names."""
    for name, content in files:
        path = PurePath(name)
        if not path.name.startswith("LICENSE") and path.suffix not in (".md", ".html-result"):
            yield bare(name, content, "".join(path.suffixes[-2:]) if path.suffix in (".gz", ".lz4") else path.suffix)


def json_vectors(key: str) -> Callable[[Iterable[Found]], Iterator[Case]]:
    """Return what yields the vectors of a JSON list of objects, each inside a page."""

    def vectors(files: Iterable[Found]) -> Iterator[Case]:
        for name, content in files:
            for number, test in enumerate(json.loads(content) if name.endswith(".json") else ()):
                yield in_page(f"{name}#{number}", test[key])

    return vectors


def lines_of_payloads(files: Iterable[Found]) -> Iterator[Case]:
    """Yield each line of a list of payloads inside a page."""
    for name, content in files:
        if name.endswith("list.txt"):
            for number, line in enumerate(content.decode("utf-8", "replace").splitlines()):
                yield in_page(f"{name}#{number}", line)


def json_files(files: Iterable[Found]) -> Iterator[Case]:
    """Yield each JSON text as a file, as JSON-LD in a page's head, and as an entry of a JSON Feed."""
    for name, content in files:
        if name.endswith(".json"):
            yield bare(name, content, ".json")
            block = b'<script type="application/ld+json">' + content + b"</script>"
            page = in_page(f"{name} in a page", "", "HERE")
            yield page._replace(content=page.content.replace(b"HERE", block))
            feed = _FEED.format("HERE", _ITEM).encode().replace(b"HERE", content)
            yield bare(f"{name} in a feed", feed, ".json")


def addresses(files: Iterable[Found]) -> Iterator[Case]:
    """Yield each address of the URL tests as a page's canonical address, in Open Graph, and as a link's."""
    for name, content in files:
        told = json.loads(content) if name.endswith(".json") else []
        tests = told if isinstance(told, list) else [test for tests in told.values() for test in tests]
        for number, test in enumerate(test for test in tests if isinstance(test, dict)):
            given = html.escape(test.get("input") or test.get("new_value") or test.get("href") or "")
            base = html.escape(test.get("base") or "")
            head = f'<base href="{base}"><link rel="canonical" href="{given}">'
            head += f'<meta property="og:url" content="{given}">'
            yield in_page(f"{name}#{number}", f'<p>The port shows the <a href="{given}">plans</a>.</p>', head)


def real_pages(files: Iterable[Found]) -> Iterator[Case]:
    """Yield the pages of a corpus of real ones."""
    return (bare(name, content) for name, content in files if name.endswith("source.html"))


CORPORA: dict[str, Callable[[Iterable[Found]], Iterator[Case]]] = {
    "html5lib-tests": html5lib,
    "blns": naughty_strings,
    "feedparser-tests": as_they_are,
    "dompurify": json_vectors("payload"),
    "xss-payload-list": lines_of_payloads,
    "ammonia": json_vectors("fragment"),
    "jsontestsuite": json_files,
    "warc": as_they_are,
    "generated": as_they_are,
    "miniflux-testdata": as_they_are,
    "mozilla-readability": real_pages,
    "whatwg-url": addresses,
}


def read_cases(pack: Pack, corpus: str) -> Iterator[Case]:
    """Yield the documents of a corpus, in a fixed order."""
    return CORPORA[corpus](pack.read((corpus,)))
