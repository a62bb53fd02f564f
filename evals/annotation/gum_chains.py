"""GUM's green genres as articles, with the mentions and chains of people, organisations and places."""

from __future__ import annotations

from pathlib import Path

from training.tagger.gum import GENRES, Block, Mention, Row, read_mentions, split_of

from evals.annotation.chained import PRONOUNS, ChainedText, GoldMention, kinds_of
from evals.annotation.gum_texts import lay_out


def read_texts(cache: Path, part: str) -> list[ChainedText]:
    """Return the green documents of a part: train, dev or test."""
    folder = cache / "annotation-green/gum"
    split = split_of(cache)
    return [
        _read(path)
        for genre in GENRES
        for path in sorted((folder / "dep").glob(f"GUM_{genre}_*.conllu"))
        if split.get(path.stem, "train") == part
    ]


def _read(path: Path) -> ChainedText:
    article, placed = lay_out(path)
    mentions = tuple(_mention(block, mention, start) for start, block in placed for mention in read_mentions(block))
    return ChainedText(path.stem, article, mentions, kinds_of(mentions))


def _mention(block: Block, mention: Mention, start: int) -> GoldMention:
    heads = [head for head in mention.heads if head <= mention.last] or [mention.last]
    places = [(start + left, start + right) for left, right in block.places]
    rows = block.rows
    sort = _sort(rows[mention.first : mention.last + 1], [rows[head] for head in heads])
    return GoldMention(
        places[mention.first][0],
        places[mention.last][1],
        tuple(places[head] for head in heads),
        mention.kind,
        mention.group,
        sort,
        mention.link,
    )


def _sort(rows: list[Row], heads: list[Row]) -> str:
    if any(row.tag == "PROPN" for row in heads):
        return "name"
    if len(rows) == 1 and rows[0].word.lower() in PRONOUNS:
        return "pronoun"
    plain = heads[0].tag == "NOUN" and rows[0].word.lower() == "the"
    return "description" if plain else "other"
