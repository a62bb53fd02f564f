"""The peers, each as a function from a page's bytes to what it tells, called as its own documentation says.

This file and `peers_run.py` run under an interpreter where the peers are installed and nutgraf need not be. No peer
is told a page's address.
"""

from __future__ import annotations

import importlib.metadata
import re
from collections.abc import Callable
from dataclasses import dataclass

from evals.extraction.cases import Told, read_day, split_names

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Peer:
    """A peer under its name here: the package it comes in, how it is called, and whether it tells fields, too."""

    name: str
    package: str
    read: Callable[[bytes], Told]
    fields: bool = False

    @property
    def version(self) -> str | None:
        """The version that is installed, or `None`."""
        try:
            return importlib.metadata.version(self.package)
        except importlib.metadata.PackageNotFoundError:
            return None


def decode(content: bytes) -> str:
    """Return a page as text for the peers that take text: UTF-8, else the charset it names, else windows-1252."""
    named = _CHARSET.search(content[:4096])
    for charset in ("utf-8", named[1].decode("ascii", "replace") if named else "windows-1252"):
        try:
            return content.decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("windows-1252", "replace")


def _trafilatura(*, fast: bool) -> Callable[[bytes], Told]:
    def read(content: bytes) -> Told:
        import trafilatura
        from trafilatura.settings import Document

        # Two calls: the text as it is meant to be read, and the fields, which go with a text that is less cleaned.
        text = trafilatura.extract(content, fast=fast, include_comments=False)
        found = trafilatura.bare_extraction(content, fast=fast, include_comments=False, with_metadata=True)
        if not isinstance(found, Document):
            return Told(text or "")
        return Told(text or "", found.title, split_names(found.author or ""), read_day(found.date))

    return read


def _newspaper(content: bytes) -> Told:
    try:
        return _newspaper_in(content, None)
    except LookupError:  # for Korean it wants data that it would load from the network; as English it answers, too
        return _newspaper_in(content, "en")


def _newspaper_in(content: bytes, language: str | None) -> Told:
    from newspaper import Article, Config

    config = Config()
    config.fetch_images = False
    if language is not None:
        config.language = language
    article = Article("http://page.invalid/", config=config)
    article.download(input_html=decode(content))
    article.parse()
    day = article.publish_date
    return Told(article.text or "", article.title, _names(article.authors), read_day(str(day) if day else None))


def _readability(content: bytes) -> Told:
    import html_text
    from readability import Document

    document = Document(decode(content))
    return Told(html_text.extract_text(document.summary()), document.short_title())


def _resiliparse(content: bytes) -> Told:
    from resiliparse.extract.html2text import extract_plain_text

    text = extract_plain_text(decode(content), main_content=True, alt_texts=False, list_bullets=False, comments=False)
    return Told(text or "")


def _goose(content: bytes) -> Told:
    from goose3 import Goose

    with Goose({"enable_image_fetching": False}) as goose:
        article = goose.extract(raw_html=decode(content))
    return Told(article.cleaned_text or "", article.title, _names(article.authors), read_day(article.publish_date))


def _news_please(content: bytes) -> Told:
    from newsplease import NewsPlease

    article = NewsPlease.from_html(decode(content), url=None, fetch_images=False)
    day = article.date_publish
    return Told(article.maintext or "", article.title, _names(article.authors), read_day(str(day) if day else None))


def _justext(content: bytes) -> Told:
    import justext

    paragraphs = justext.justext(content, justext.get_stoplist("English"))
    return Told("\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate))


def _all_text(content: bytes) -> Told:
    import html_text

    return Told(html_text.extract_text(decode(content)))


def _names(told: object) -> tuple[str, ...]:
    """The names in what a peer gives as authors: a text, or lists of texts, one in another on some pages."""
    if isinstance(told, str):
        return (told,)
    return tuple(name for part in told for name in _names(part)) if isinstance(told, list | tuple) else ()


PEERS = {
    peer.name: peer
    for peer in (
        Peer("trafilatura fast", "trafilatura", _trafilatura(fast=True), fields=True),
        Peer("trafilatura default", "trafilatura", _trafilatura(fast=False), fields=True),
        Peer("newspaper4k", "newspaper4k", _newspaper, fields=True),
        Peer("readability-lxml", "readability-lxml", _readability),
        Peer("resiliparse", "resiliparse", _resiliparse),
        Peer("news-please", "news-please", _news_please, fields=True),
        Peer("goose3", "goose3", _goose, fields=True),
        Peer("jusText", "justext", _justext),
        Peer("all visible text", "html-text", _all_text),
    )
}
