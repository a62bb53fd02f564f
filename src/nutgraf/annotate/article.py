"""Article to annotation: sentences, entities, speech, figures and times of one frozen text."""

from __future__ import annotations

from nutgraf.annotate.attributions import annotate_attributions
from nutgraf.annotate.entities import annotate_entities
from nutgraf.annotate.figures import annotate_figures
from nutgraf.annotate.heard import find_roles
from nutgraf.annotate.quotes import annotate_quotes
from nutgraf.annotate.reading import read_article
from nutgraf.annotate.sentences import split_sentences
from nutgraf.annotate.speech import find_speech
from nutgraf.annotate.tagged import read_tags
from nutgraf.annotate.times import annotate_times
from nutgraf.records.annotation import Annotation
from nutgraf.records.article import Article

MADE_BY = "annotate/7"


def annotate_article(article: Article) -> Annotation:
    """Mark everything that later stages read in one version of an article; every offset points into its text."""
    sentences = split_sentences(article)
    tags = read_tags(article.text, sentences)
    entities, mentions = annotate_entities(article, sentences, tags)
    reading = read_article(article, sentences, entities, mentions)
    acts = find_speech(reading)
    quotes = annotate_quotes(reading, acts, find_roles(sentences, tags))
    return Annotation(
        article.id,
        article.version,
        sentences,
        entities,
        reading.mentions,
        quotes,
        annotate_attributions(reading, acts, quotes),
        annotate_figures(article, sentences),
        annotate_times(article, sentences, tags),
        MADE_BY,
    )
