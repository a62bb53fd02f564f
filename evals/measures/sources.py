"""Whom each article relies on."""

from __future__ import annotations

from evals.alignment import Pair
from evals.exported import Attribution
from evals.gold import Gold, GoldSource
from evals.matching import fold_words, same_name
from evals.trials import Score, Trial, hit


def score_sources(gold: Gold, pairs: tuple[Pair, ...]) -> list[Score]:
    """Score the sources of each article, and whether an article that names nobody is told as one."""
    by_key = {pair.gold.key: pair for pair in pairs}
    found: list[Trial] = []
    kinds: list[Trial] = []
    via: list[Trial] = []
    for label in gold.sources:
        marked = _marked(by_key[label.article], label)
        if not label.optional:
            found.append(hit(label.article, bool(marked), f"{label.article}: {label.name}"))
        if marked:
            told = {item.kind for item in marked}
            right = bool(told & {label.kind, *label.acceptable_kinds})
            kinds.append(hit(label.article, right, f"{label.article}: {label.name} ({sorted(told)}, not {label.kind})"))
        if marked and label.via:
            right = any(same_name(item.via, (label.via,), outlet=True) for item in marked)
            via.append(hit(label.article, right, f"{label.article}: {label.name} via {label.via}"))
    return [
        Score("sources.recall", tuple(found)),
        Score("sources.precision", tuple(trial for pair in pairs for trial in _precision(gold, pair))),
        Score("sources.kinds", tuple(kinds)),
        Score("sources.via", tuple(via)),
        Score("sources.nobody", tuple(_nobody(by_key[key]) for key in gold.no_named_source)),
    ]


def _resting(pair: Pair) -> list[Attribution]:
    return [item for item in pair.article.attributions if item.kind != "own"] if pair.article else []


def _marked(pair: Pair, label: GoldSource) -> list[Attribution]:
    accepted = (label.name, *label.acceptable_names)
    return [item for item in _resting(pair) if same_name(item.source, accepted)]


def _precision(gold: Gold, pair: Pair) -> list[Trial]:
    """Return one trial per distinct source shown; whoever is quoted or reported is a source as well."""
    key = pair.gold.key
    accepted: list[str | None] = []
    for source in gold.sources:
        accepted += [source.name, *source.acceptable_names] if source.article == key else []
    for quote in gold.quotes:
        accepted += quote.speakers if quote.article == key else ()
    for report in gold.indirect:
        accepted += [report.speaker, *report.acceptable_speakers] if report.article == key else []
    shown = {fold_words(item.source): item.source for item in _resting(pair)}
    return [hit(key, same_name(shown[name], accepted), f"{key}: {shown[name]}") for name in sorted(shown)]


def _nobody(pair: Pair) -> Trial:
    named = sorted({item.source for item in _resting(pair) if item.kind == "named"})
    return hit(pair.gold.key, pair.article is not None and not named, f"{pair.gold.key}: names {named}")
