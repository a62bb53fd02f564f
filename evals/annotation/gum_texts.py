"""GUM's documents as articles: a block for each paragraph, and where each sentence begins."""

from __future__ import annotations

from pathlib import Path

from training.tagger.gum import Block, read_blocks

from evals.annotation.articles import write_article
from nutgraf.records.article import Article


def lay_out(path: Path) -> tuple[Article, list[tuple[int, Block]]]:
    """Return the article of a document, and its sentences with their beginnings in its text."""
    paragraphs: list[list[Block]] = []
    for block in read_blocks(path):
        if block.opens_paragraph or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(block)
    article, starts = write_article(path.stem, [" ".join(block.text for block in blocks) for blocks in paragraphs])
    placed = []
    for start, blocks in zip(starts, paragraphs, strict=True):
        for block in blocks:
            placed.append((start, block))
            start += len(block.text) + 1
    return article, placed
