"""Articles to copies: which of them carry one text, whole or in part, and which is the original."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nutgraf.dedupe.originals import find_original
from nutgraf.dedupe.readings import Reading, read_article
from nutgraf.dedupe.reuse import Reuse, Run, compare_texts, passages
from nutgraf.dedupe.signatures import candidate_pairs
from nutgraf.joining import join_pairs
from nutgraf.records.article import Article, ArticleKind, Copies, Copy, CopyKind

MADE_BY = "dedupe/1"


def dedupe_articles(articles: Sequence[Article]) -> Copies:
    """Find the articles that carry one text, and group them.

    Teasers never enter. Each pair stands once: `article` is the copy where the original is known, else the one of
    which the larger share stands in the other. Exact and near pairs make groups; a partial pair joins none. The
    outcome does not depend on the order of `articles`.
    """
    entering = {article.id: article for article in sorted(articles, key=lambda each: (each.id, each.version))}
    readings = [read_article(entering[key]) for key in sorted(entering) if entering[key].kind is ArticleKind.ARTICLE]
    pairs = []
    for first, second in candidate_pairs(readings):
        reuse = compare_texts(readings[first], readings[second])
        if reuse is not None:
            pairs.append(_copy(readings[first], readings[second], reuse))
    pairs.sort(key=lambda pair: (pair.article, pair.of))
    return Copies(_groups([reading.article.id for reading in readings], pairs), tuple(pairs), MADE_BY)


def _copy(left: Reading, right: Reading, reuse: Reuse) -> Copy:
    """Write the record of one pair, turned so that the copy comes first."""
    original, reason = find_original(left.article, right.article)
    turned = original == left.article.id or (original is None and reuse.right_share > reuse.left_share)
    if turned:
        runs = tuple(sorted((Run(run.right, run.left, run.length) for run in reuse.runs), key=lambda run: run.left))
        left, right = right, left
        reuse = replace(reuse, left_share=reuse.right_share, right_share=reuse.left_share, runs=runs)
    shares = (
        f"{_percent(reuse.left_share)} of its words stand in the other, {_percent(reuse.right_share)} of the other's"
    )
    found = "original not known" if original is None else "original named"
    return Copy(
        article=left.article.id,
        of=right.article.id,
        kind=reuse.kind,
        share=round(reuse.left_share, 4),
        passages=passages(left, right, reuse.runs),
        original=original,
        reason=f"{_KINDS[reuse.kind]}: {shares} in it; {found}: {reason}",
    )


_KINDS = {
    CopyKind.EXACT: "the same text",
    CopyKind.NEAR: "nearly the same text, or one shortened from the other",
    CopyKind.PARTIAL: "passages shared word for word",
}


def _percent(share: float) -> str:
    return f"{int(share * 100)}%" if 0 < share < 1 else f"{round(share * 100)}%"


def _groups(ids: Sequence[str], pairs: Sequence[Copy]) -> tuple[tuple[str, ...], ...]:
    """Return the connected components over exact and near pairs, each sorted, alone ones included."""
    ordered = sorted(ids)
    place = {article: index for index, article in enumerate(ordered)}
    whole = ((place[pair.article], place[pair.of]) for pair in pairs if pair.kind is not CopyKind.PARTIAL)
    return tuple(tuple(ordered[index] for index in group) for group in join_pairs(len(ordered), whole))
