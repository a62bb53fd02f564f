"""Attribution on PolNeAR and RiQuA in the published setting: source, cue, content by exact span, and by words.

`words` is F1 over the single words of a role: it tells what an exact span does not, how much of each is found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from training.tagger.labelled import ROLES, Mark

from evals.annotation.articles import write_article
from evals.annotation.cofenet import Instance, read_instances, without_repeats
from evals.annotation.report import Line, Sheet, precision_recall_f1
from evals.bootstrap import measure as measure_rows
from nutgraf.annotate.sentences import split_sentences
from nutgraf.models.runtime import Network
from nutgraf.models.tagger import SHIPPED, tag_sentences
from nutgraf.records.annotation import Sentence

Finder = Callable[[Instance], list[Mark]]

PUBLISHED = {
    "polnear": [
        Line("BERT-Cofe (published)", {"source": 0.832, "cue": 0.753, "content": 0.729}),
        Line("BERT-CRF (published)", {"source": 0.822, "cue": 0.749, "content": 0.710}),
        Line("BiLSTM-CRF (published)", {"source": 0.696, "cue": 0.667, "content": 0.590}),
        Line("CoreNLP (published)", {"source": 0.139, "content": 0.175}),
        Line("rules (published)", {"source": 0.107, "cue": 0.228, "content": 0.056}),
    ],
    "riqua": [Line("BERT-Cofe (published)", {"source": 0.818, "cue": 0.892, "content": 0.944})],
}


def measure(cache: Path) -> list[Sheet]:
    """Return a table for PolNeAR's test part and one for RiQuA's."""
    sheets = []
    for which, name in (("polnear", "PolNeAR test"), ("riqua", "RiQuA test")):
        try:
            instances = read_instances(cache, which, "test")
        except FileNotFoundError as missing:
            print(f"{name}: not run: {missing}")
            continue
        lines = [score("tagger", instances, by_tagger)]
        single = without_repeats(instances)
        if len(single) < len(instances):
            lines.append(score("tagger, each text once", single, by_tagger))
        sheets.append(Sheet(name, f"{len(instances)} instances", [*lines, *PUBLISHED[which]]))
    return sheets


def by_tagger(instance: Instance, network: Network = SHIPPED) -> list[Mark]:
    """Return the roles that the tagger marks, content joined over the ends of sentences inside one pair of marks."""
    sentences = sentences_of(instance.text)
    tagged = tag_sentences([instance.text[sentence.start : sentence.end] for sentence in sentences], network)
    marks: list[Mark] = []
    for sentence, tags in zip(sentences, tagged, strict=True):
        for tag in tags:
            if tag.head == "attribution":
                marks.append(Mark(sentence.start + tag.start, sentence.start + tag.end, tag.label))
    return join_content(instance.text, sorted(marks, key=lambda mark: mark.start))


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of an instance's text, as the program cuts a paragraph."""
    return split_sentences(write_article("instance", [text])[0])


def join_content(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Join content that goes on behind the end of a sentence inside the same quote marks."""
    joined: list[Mark] = []
    for mark in marks:
        last = joined[-1] if joined else None
        if (
            last
            and last.label == mark.label == "content"
            and not text[last.end : mark.start].strip()
            and _open(text, last)
        ):
            joined[-1] = Mark(last.start, mark.end, "content")
        else:
            joined.append(mark)
    return joined


def _open(text: str, mark: Mark) -> bool:
    words = text[mark.start : mark.end]
    return words.count("“") > words.count("”")


def score(system: str, instances: Sequence[Instance], find: Finder, *, ours: bool = True) -> Line:
    """Return a system's figures on some instances; the intervals draw texts."""
    texts = {name: at for at, name in enumerate(dict.fromkeys(instance.text_id for instance in instances))}
    exact = {role: np.zeros((len(texts), 3)) for role in ROLES}
    words = {role: np.zeros((len(texts), 3)) for role in ROLES}
    for instance in instances:
        told = find(instance)
        for role in ROLES:
            exact[role][texts[instance.text_id]] += _counts(
                _spans(instance, told, role), _spans(instance, instance.gold, role)
            )
            words[role][texts[instance.text_id]] += _counts(
                _words(instance, told, role), _words(instance, instance.gold, role)
            )
    figures = {role: measure_rows(exact[role], precision_recall_f1)[2] for role in ROLES}
    by_word = {f"{role}, words": measure_rows(words[role], precision_recall_f1)[2] for role in ROLES}
    return Line(system, {**figures, **by_word}, ours=ours)


def _counts(told: set[tuple[int, int]], gold: set[tuple[int, int]]) -> tuple[int, int, int]:
    return len(told & gold), len(told), len(gold)


def _spans(instance: Instance, marks: Sequence[Mark], role: str) -> set[tuple[int, int]]:
    """Return the first and last word of each span of a role."""
    found = set()
    for mark in marks:
        inside = _inside(instance, mark)
        if mark.label == role and inside:
            found.add((inside[0], inside[-1]))
    return found


def _words(instance: Instance, marks: Sequence[Mark], role: str) -> set[tuple[int, int]]:
    return {(at, at) for mark in marks if mark.label == role for at in _inside(instance, mark)}


def _inside(instance: Instance, mark: Mark) -> list[int]:
    return [at for at, (start, end) in enumerate(instance.places) if start < mark.end and mark.start < end]
