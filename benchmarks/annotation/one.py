"""Measure one system in a process of its own: `python -m benchmarks.annotation.one SYSTEM CACHE`."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.annotation.texts import read_texts

Article = list[str]


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of processor and clock for all articles, how much of the former inside the network, pieces, memory."""

    articles: int
    cpu: float
    wall: float
    network: float
    pieces: int
    mb: int


def main(arguments: Sequence[str]) -> int:
    """Print what a system took as JSON."""
    system, cache = arguments
    taken = SYSTEMS[system](read_texts(Path(cache)))
    print(json.dumps(asdict(taken)))
    return 0


def annotate_all(texts: Sequence[Article], *, rounds: int = 1) -> Taken:
    """Annotate every article in full; with two rounds the second is measured, in which every window is known."""
    from evals.annotation.articles import write_article

    from nutgraf.annotate.article import annotate_article
    from nutgraf.models import tagger

    inside, pieces = 0.0, 0
    run = tagger.run_windows

    def timed(network: str, windows: Sequence[dict[str, object]]) -> list[object]:
        nonlocal inside, pieces
        begun = time.process_time()
        told = run(network, windows)
        inside += time.process_time() - begun
        pieces += sum(window["vectors"].shape[1] for window in windows)
        return told

    tagger.run_windows = timed
    articles = [write_article(str(number), text, "2016-09-20")[0] for number, text in enumerate(texts)]
    annotate_article(
        write_article("warm", ["Ann Low said on Friday that 12 people were hurt in Norland."], "2016-09-20")[0]
    )
    for _ in range(rounds):
        inside, pieces = 0.0, 0
        cpu, wall = time.process_time(), time.perf_counter()
        for article in articles:
            annotate_article(article)
    return _taken(len(articles), cpu, wall, inside, pieces)


def encode_all(texts: Sequence[Article]) -> Taken:
    """Run the bare network over the same windows, all made before."""
    from evals.annotation.articles import write_article

    from nutgraf.annotate.sentences import split_sentences
    from nutgraf.models.runtime import look_up, run_windows
    from nutgraf.models.windows import make_windows
    from nutgraf.models.word_pieces import read_words

    parts = []
    for number, text in enumerate(texts):
        article, _ = write_article(str(number), text)
        sentences = [article.text[one.start : one.end] for one in split_sentences(article)]
        windows = make_windows(sentences, read_words(sentences))
        parts.append(
            [{"vectors": look_up(w.pieces)[None], "features": w.features[None].astype("float32")} for w in windows]
        )
    run_windows("tagger", parts[0][:1])
    cpu, wall = time.process_time(), time.perf_counter()
    for part in parts:
        run_windows("tagger", part)
    pieces = sum(window["vectors"].shape[1] for part in parts for window in part)
    return _taken(len(texts), cpu, wall, time.process_time() - cpu, pieces)


def _taken(articles: int, cpu: float, wall: float, inside: float, pieces: int) -> Taken:
    taken_cpu, taken_wall = time.process_time() - cpu, time.perf_counter() - wall
    mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Taken(articles, taken_cpu, taken_wall, inside, pieces, mb)


SYSTEMS: dict[str, Callable[[Sequence[Article]], Taken]] = {
    "nutgraf": annotate_all,
    "nutgraf, read before": lambda texts: annotate_all(texts, rounds=2),
    "the bare encoder": encode_all,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
