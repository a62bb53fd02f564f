"""An article made of given blocks, for the tests of this room."""

import pytest

from nutgraf.annotate.article import annotate_article
from nutgraf.annotate.entities import annotate_entities, name_entities
from nutgraf.annotate.reading import read_article
from nutgraf.annotate.scene import Scene
from nutgraf.annotate.sentences import split_sentences
from nutgraf.annotate.speech import find_speech
from nutgraf.annotate.tagged import read_tags
from nutgraf.records.annotation import AttributionKind
from nutgraf.records.article import Article, ArticleKind, Block, Published, Role, Sure


def article_of(blocks, dateline=None, language="en"):
    """Return an article whose text is the blocks, each a string or (string, role), with blank lines between."""
    text, placed = "", []
    for block in blocks:
        words, role = block if isinstance(block, tuple) else (block, Role.BODY)
        start = len(text) + (2 if text else 0)
        text = f"{text}\n\n{words}" if text else words
        placed.append(Block(start, start + len(words), role))
    return Article(
        id="a", version="v", page="p", place=0, kind=ArticleKind.ARTICLE, address=None, path=None, title=None,
        byline=None, dateline=dateline, carrier=None, origin=None, published=Published(None, "", Sure.UNSURE),
        language=language, text=text, blocks=tuple(placed), anchors=(), asides=(), completeness=1.0, partial=None,
        made_by="test",
    )  # fmt: skip


@pytest.fixture(scope="session")
def make_article():
    return article_of


def heard_in(blocks):
    """Return the quotes as (kind, words, speaker) and the sources as (kind, name, via) of an article."""
    article = article_of([blocks] if isinstance(blocks, str) else blocks)
    annotation = annotate_article(article)
    quotes = [
        (quote.kind.value, article.text[quote.start : quote.end], quote.speaker.name if quote.speaker else None)
        for quote in annotation.quotes
    ]
    sources = sorted(
        {
            (one.kind.value, one.source, one.via)
            for one in annotation.attributions
            if one.kind is not AttributionKind.OWN
        },
        key=str,
    )
    return quotes, sources


@pytest.fixture(scope="session")
def hear():
    return heard_in


def tagged_in(article):
    """Return an article's sentences and the tagger's tags of each."""
    sentences = split_sentences(article)
    return sentences, read_tags(article.text, sentences)


@pytest.fixture(scope="session")
def tagged():
    return tagged_in


def scene_in(*paragraphs):
    """Return the scene of paragraphs with those who are named in it, and nobody else yet."""
    article = article_of(list(paragraphs))
    sentences, tags = tagged_in(article)
    return Scene(article, sentences, *name_entities(article, sentences, tags))


@pytest.fixture(scope="session")
def scene_named():
    return scene_in


@pytest.fixture(scope="session")
def scene_of():
    """Return the scene of paragraphs, everybody in it met."""

    def of(*paragraphs):
        scene = scene_in(*paragraphs)
        for index in range(len(scene.sentences)):
            scene.meet_others(index)
        return scene

    return of


def speeches_in(blocks):
    """Return (cue words, source or None) of every speech act, in order."""
    article = article_of([blocks] if isinstance(blocks, str) else blocks)
    sentences, tags = tagged_in(article)
    reading = read_article(article, sentences, *annotate_entities(article, sentences, tags))
    return [
        (article.text[act.cue_start : act.cue_end], act.source.name if act.source else None)
        for act in find_speech(reading)
    ]


@pytest.fixture(scope="session")
def speeches():
    return speeches_in
