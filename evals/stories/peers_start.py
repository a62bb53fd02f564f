"""Hand the sets to the peers under their own interpreter, and take what they say."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np

from evals.annotation.report import Line
from evals.extraction.cases import ROOT
from evals.stories.accounts import keep_accounts
from evals.stories.scores import score_orders
from evals.stories.sets import Labelled
from nutgraf.models.embedder import embed_sentences
from nutgraf.records.annotation import Account
from nutgraf.records.article import Article
from nutgraf.text import fold

PYTHON = Path("stories-venv", "bin", "python")
"""Where an interpreter with the peers is looked for in the cache."""
LEAD_LINES = 3
"""The embedder reads the title and the first three lines, apart; the mean is the article's vector."""


class Answer(msgspec.Struct, frozen=True):
    """What one peer said: its groups for each order of arrival, or why it said nothing."""

    peer: str
    version: str = ""
    setting: float = 0.0
    homes: tuple[tuple[int, ...], ...] = ()
    failed: str | None = None


Partitions = list[dict[str, str]]


def measure_peers(labelled: Labelled, development: Labelled, cache: Path) -> tuple[list[Line], list[str]]:
    """Return a line for each peer, at its best setting on the development set, and why others were not run."""
    answers, notes = group_by_peers(labelled, development, cache)
    return [score_orders(name, partitions, labelled.events) for name, partitions in answers], notes


def group_by_peers(
    labelled: Labelled, development: Labelled, cache: Path, only: Sequence[str] = ()
) -> tuple[list[tuple[str, Partitions]], list[str]]:
    """Return each peer's name with its setting, its partition for each order of arrival, and who was not run and why.

    Where only some peers are asked they are such as need texts alone.
    """
    python = cache / PYTHON
    if not python.is_file():
        return [], [f"peers: not run: {PYTHON} is not in the cache; evals/stories/requirements.txt says how to make it"]
    folder = cache / "stories" / "peers"
    folder.mkdir(parents=True, exist_ok=True)
    for each in (development, labelled):
        _hand_over(each, folder, [] if only else keep_accounts(each.name, each.articles, cache))
    answers = _run(python, folder, [development.name, labelled.name, *only])
    if answers is None:
        return [], ["peers: not run: their run ended with an error, told above"]
    ids = [article.id for article in labelled.articles]
    told = [
        (
            f"{answer.peer} ({answer.setting:g})",
            [dict(zip(ids, map(str, homes), strict=True)) for homes in answer.homes],
        )
        for answer in answers
        if answer.homes
    ]
    return told, [f"{answer.peer}: not run: {answer.failed}" for answer in answers if answer.failed]


def _hand_over(labelled: Labelled, folder: Path, accounts: Sequence[Account]) -> None:
    """Write a set for the peers; names and vectors where there are accounts."""
    articles = labelled.articles
    dated = all(article.published.value for article in articles)
    # On one day the set's own order holds, which is that of its times.
    days = sorted(range(len(articles)), key=lambda place: articles[place].published.value or "")
    told = {
        "texts": [f"{article.title or ''}\n{article.text}" for article in articles],
        "names": list(map(_names, accounts)) or None,
        "by_date": days if dated else None,
        "events": [labelled.events[article.id] for article in articles] if labelled.development else None,
    }
    (folder / f"{labelled.name}.json").write_text(json.dumps(told), encoding="utf-8")
    if accounts:
        np.save(folder / f"{labelled.name}.npy", np.stack([_vector(article) for article in articles]))


def _names(account: Account) -> list[str]:
    """Return the names of an account, each as often as it stands there."""
    names = {entity.key: fold(entity.name) for entity in account.annotation.entities}
    return [names[mention.entity] for mention in account.annotation.mentions if mention.named]


def _vector(article: Article) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    lead = [article.text[block.start : block.end] for block in article.blocks[:LEAD_LINES]]
    mean = embed_sentences([*([article.title] if article.title else []), *lead]).mean(axis=0)
    return np.asarray(mean / (np.linalg.norm(mean) or 1.0), dtype=np.float32)


def _run(python: Path, folder: Path, names: Sequence[str]) -> Sequence[Answer] | None:
    # The environment is a bare one: the packages of this program's own environment must not reach the peers.
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    command = [str(python), "-m", "evals.stories.peers_run", str(folder.absolute()), *names]
    done = subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.PIPE, env={**kept, "PYTHONPATH": str(ROOT)})
    return msgspec.json.decode(done.stdout, type=list[Answer]) if done.returncode == 0 else None
