"""What nutgraf mentions in a text whose chains are known."""

from __future__ import annotations

from evals.annotation.chained import KINDS, ChainedText
from nutgraf.annotate.coreference import resolve_references
from nutgraf.annotate.entities import name_entities
from nutgraf.annotate.sentences import split_sentences
from nutgraf.annotate.tagged import read_tags
from nutgraf.records.annotation import Mention

_OURS = frozenset(KINDS.values())


def read_mentions(text: ChainedText, guess: bool) -> tuple[Mention, ...]:
    """Return all our mentions of people, organisations and places in a text."""
    sentences = split_sentences(text.article)
    entities, named = name_entities(text.article, sentences, read_tags(text.article.text, sentences))
    found, _ = resolve_references(text.article, sentences, entities, named, guess)
    return tuple(m for m in (*named, *found) if m.kind.value in _OURS)
