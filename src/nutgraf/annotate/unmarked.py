"""Words that are somebody's own without quote marks: turns of a transcript, quotations set as blocks of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from nutgraf.annotate.acts import SpeechAct, name_speaker
from nutgraf.annotate.labels import labelled_speaker
from nutgraf.annotate.reading import Reading
from nutgraf.records.annotation import Quote, QuoteKind, Sentence
from nutgraf.records.article import Role

_LABEL = re.compile(
    r"(?P<name>(?:[A-ZÀ-ÖØ-Þ][\w.’'-]* ){0,3}[A-ZÀ-ÖØ-Þ][\w’'-]+\.?)(?: \([^()]{1,40}\))?: +(?=[\w‘'“\"…\[(])"
)
_NO_NAME = re.compile(
    r"(?:note|update|updated|correction|read more|watch|photo|image|video|source|sources|related|editor|advertisement|"
    r"time|date|location|place|where|when|what|who|why|how|score|result|results|price|phone|e-?mail|web|tel)s?$",
    re.I,
)
_FEWEST_TURNS = 3
_BESIDE_TEXT = {Role.BLOCKQUOTE, Role.EMBED}


def read_unmarked(reading: Reading, acts: Sequence[SpeechAct]) -> list[Quote]:
    """Return the turns of a transcript, and blocks set apart that the line before leads into, as direct quotes."""
    blocks = [tuple(group) for _, group in groupby(reading.sentences, key=lambda sentence: sentence.block)]
    quotes = [*_turns(reading, blocks), *_set_apart(reading, acts, blocks)]
    marked = [piece for piece in reading.marked if piece.depth == 0]
    return [quote for quote in quotes if not any(piece.start <= quote.start + 1 <= piece.end for piece in marked)]


def _turns(reading: Reading, blocks: Sequence[tuple[Sentence, ...]]) -> Iterator[Quote]:
    """Yield the words behind each speaker's name, where blocks begin with names in turn ("LOW: We knew.")."""
    labels = [_LABEL.match(reading.masked, block[0].start, block[-1].end) for block in blocks]
    names = Counter(label.group("name") for label in labels if label and not _NO_NAME.match(label.group("name")))
    if names.total() < _FEWEST_TURNS or names.most_common(1)[0][1] < 2 or len(names) < 2:
        return
    for block, label in zip(blocks, labels, strict=True):
        if label and label.group("name") in names and block[0].role is not Role.SUBHEADING:
            speaker = labelled_speaker(reading, *label.span("name"))
            yield Quote(label.end(), block[-1].end, QuoteKind.DIRECT, speaker, None, None, -1 - label.end(), False)


def _set_apart(reading: Reading, acts: Sequence[SpeechAct], blocks: Sequence[tuple[Sentence, ...]]) -> Iterator[Quote]:
    """Yield quotations set as blocks after a line with a colon ("The minister wrote:")."""
    for before, block in pairwise(blocks):
        start, end = block[0].start, block[-1].end
        if block[0].role not in _BESIDE_TEXT or not reading.text[: before[-1].end].rstrip().endswith(":"):
            continue
        leading = [act for act in acts if before[-1].start <= act.cue_start < before[-1].end and act.source]
        if leading:
            act = leading[-1]
            speaker = name_speaker(act, "the line before leads into the block")
            yield Quote(start, end, QuoteKind.DIRECT, speaker, act.cue_start, act.cue_end, -1 - start, False)
