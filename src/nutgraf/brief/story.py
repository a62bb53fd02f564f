"""Comparison to brief: headline, nut graf, five questions, points, open questions, in the accounts' own words."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.brief.answers import answer_questions
from nutgraf.brief.headline import choose_headline
from nutgraf.brief.lines import line_of_point
from nutgraf.brief.openings import choose_nut_graf, find_unknown
from nutgraf.records.annotation import Account
from nutgraf.records.brief import Answer, Brief
from nutgraf.records.comparison import Comparison, Standing
from nutgraf.records.story import Story

MADE_BY = "brief/1"

_POINTS = 12


def brief_story(story: Story, accounts: Sequence[Account], comparison: Comparison) -> Brief:
    """Write the brief of a story from its comparison; every line is words of an account with their evidence."""
    ordered = tuple(sorted(accounts, key=lambda account: account.article.id))
    nut_graf = choose_nut_graf(ordered, comparison)
    answers = answer_questions(ordered, comparison, nut_graf)
    shared = [point for point in comparison.points if point.standing is not Standing.ONE]
    points = (shared or list(comparison.points))[:_POINTS]
    return Brief(
        story.id,
        choose_headline(ordered, comparison),
        nut_graf,
        answers,
        tuple(line_of_point(point) for point in points),
        find_unknown(ordered, comparison),
        _remarks(answers, comparison),
        MADE_BY,
    )


def _remarks(answers: Sequence[Answer], comparison: Comparison) -> tuple[str, ...]:
    """Say plainly what no text read tells."""
    missing = [answer.question for answer in answers if not answer.lines]
    remarks = [f"Not found in the texts read: {question}." for question in missing]
    silent = [use.outlet for use in comparison.sourcing if not use.sources]
    if silent:
        remarks.append(f"Names no source for anything it says: {', '.join(silent)}.")
    if comparison.counts.origins == 1:
        remarks.append("There is one origin behind this story: nothing here is confirmed by a second one.")
    return tuple(remarks)
