"""FeverSymmetric as a story of two accounts: is a difference shown where a claim is refuted, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from evals.annotation.report import Figure, Line, Sheet, precision_recall_f1
from evals.bootstrap import measure as measure_rows
from evals.measures.findings import SHOWN
from evals.public_comparison.fever import FOLDER, TEST, Claim, read_claims
from evals.stories.accounts import keep_accounts
from evals.stories.writing import make_article
from nutgraf.compare.story import compare_story
from nutgraf.dedupe.articles import dedupe_articles
from nutgraf.records.annotation import Account
from nutgraf.records.article import Article
from nutgraf.records.story import Membership, Story
from nutgraf.text import stable_id

OUTLETS = ("First Courier", "Second Herald")


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim, and the kinds of differences that are shown beside its sentence."""

    claim: Claim
    kinds: frozenset[str]


def measure(cache: Path) -> list[Sheet]:
    """Measure all findings together, then each kind."""
    claims = read_claims(cache / FOLDER / TEST)
    shown = compare_claims(claims, cache)
    kinds = sorted({kind for one in shown for kind in one.kinds})
    lines = [Line("nutgraf, any difference", _figures(shown), ours=True)]
    lines += [Line(f"nutgraf, {kind}", _figures(shown, kind)) for kind in kinds]
    lines.append(Line("always a difference (floor)", {"P": 0.5, "R": 1.0, "F1": 2 / 3}))
    notes = (
        "Sentence and claim are told as the texts of two outlets; a difference or update that is shown is right where "
        "the claim is refuted. Intervals draw the pairs that others were edited from.",
    )
    what = f"{len(claims)} pairs, half of them refuted; the whole comparison, sentence and claim as two accounts"
    return [Sheet("FeverSymmetric v0.2 test, differences", what, lines, notes)]


def compare_claims(claims: Sequence[Claim], cache: Path) -> list[Shown]:
    """Return what is shown of each pair; annotated accounts are kept in the cache."""
    articles = [write_articles(one) for one in claims]
    kept = keep_accounts("fever-symmetric", [article for pair in articles for article in pair], cache)
    return [Shown(one, find_kinds(kept[2 * number : 2 * number + 2])) for number, one in enumerate(claims)]


def write_articles(claim: Claim) -> tuple[Article, Article]:
    """Return the sentence and the claim, each as the whole article of an outlet."""
    texts = [" ".join(text.split()) for text in (claim.evidence, claim.claim)]
    made = [
        replace(make_article(stable_id("fever", outlet, *texts), outlet, [text]), carrier=outlet)
        for outlet, text in zip(OUTLETS, texts, strict=True)
    ]
    return made[0], made[1]


def find_kinds(accounts: Sequence[Account]) -> frozenset[str]:
    """Return the kinds of differences and updates that are shown of a story."""
    articles = [account.article for account in accounts]
    members = tuple(Membership(article.id, article.version, "") for article in articles)
    told = compare_story(Story("pair", (), members, (), "evals"), accounts, dedupe_articles(articles))
    return frozenset(finding.kind.value for finding in told.findings if finding.verdict.value in SHOWN)


def _figures(shown: Sequence[Shown], kind: str | None = None) -> dict[str, Figure]:
    groups: dict[str, list[int]] = {}
    for one in shown:
        told = bool(one.kinds) if kind is None else kind in one.kinds
        row = (int(told and not one.claim.supported), int(told), int(not one.claim.supported))
        groups[one.claim.base] = [a + b for a, b in zip(groups.get(one.claim.base, [0, 0, 0]), row, strict=True)]
    rows = np.array(list(groups.values()), dtype=np.float64)
    figures = measure_rows(rows, precision_recall_f1)
    found: dict[str, Figure] = dict(zip(("P", "R", "F1"), figures, strict=True))
    return found | {"shown": int(rows[:, 1].sum())}
