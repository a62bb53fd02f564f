"""Group the articles of ECB+ into stories and score the groups: `python -m evals.stories`."""

from __future__ import annotations

import sys
from pathlib import Path

from evals.stories.ecbplus import DEV, read_documents, write_article
from evals.stories.floor import orders, single_pass, weigh
from evals.stories.partitions import Measure, b_cubed, interval, mean, pairs
from nutgraf.annotate.article import annotate_article
from nutgraf.cluster.articles import cluster_articles
from nutgraf.dedupe.articles import dedupe_articles
from nutgraf.records.annotation import Account

PACK = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "cross-document.tar.xz"


def main() -> int:
    """Print the table of results, or say why nothing was run."""
    if not PACK.exists():
        print(f"not run: the pack {PACK.name} is not here (looked for in ../shared/data)")
        return 0
    documents = list(read_documents(PACK))
    articles = [write_article(document) for document in documents]
    gold = {
        article.id: f"{document.topic}/{document.event}" for document, article in zip(documents, articles, strict=True)
    }
    accounts = [Account(article, annotate_article(article)) for article in articles]
    stories = cluster_articles(accounts, dedupe_articles(articles))
    told = {member.article: story.id for story in stories for member in story.members}
    likeness = weigh([article.text for article in articles])
    likeness = likeness @ likeness.T
    floors = [
        {article.id: str(home) for article, home in zip(articles, single_pass(likeness, order), strict=True)}
        for order in orders(len(articles))
    ]
    print(f"ECB+ topics {DEV[0]}-{DEV[-1]}: {len(articles)} articles, {len(set(gold.values()))} events\n")
    print("| system | B-cubed P | R | F1 (95 %) | pair F1 | stories |\n|---|---|---|---|---|---|")
    _row("nutgraf", [told], gold)
    _row("TF-IDF, single pass, mean of 20 orders", floors, gold)
    _row("every article alone", [{article.id: article.id for article in articles}], gold)
    _row("all in one", [dict.fromkeys(gold, "one")], gold)
    return 0


def _row(name: str, partitions: list[dict[str, str]], gold: dict[str, str]) -> None:
    """Print one line: means over the partitions; the interval only where there is one of them."""
    parts = [list(b_cubed(told, gold).values()) for told in partitions]
    whole = mean([mean(each) for each in parts])
    score = sum(mean(each).f1 for each in parts) / len(parts)
    low, high = interval(parts[0], _f1)
    between = f" ({low:.3f}-{high:.3f})" if len(parts) == 1 else ""
    pair = sum(pairs(told, gold).f1 for told in partitions) / len(partitions)
    count = round(sum(len(set(told.values())) for told in partitions) / len(partitions))
    print(f"| {name} | {whole.precision:.3f} | {whole.recall:.3f} | {score:.3f}{between} | {pair:.3f} | {count} |")


def _f1(parts: list[Measure]) -> float:
    return mean(parts).f1


if __name__ == "__main__":
    sys.exit(main())
