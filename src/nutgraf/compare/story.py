"""Story to comparison: the recipe that sets the accounts of one story side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from nutgraf.compare.aims import compare_aims, find_aims
from nutgraf.compare.alignment import Alignment
from nutgraf.compare.calendar import resolve_calendar
from nutgraf.compare.contradictions import compare_contents
from nutgraf.compare.coverage import cover_accounts
from nutgraf.compare.denials import compare_denials
from nutgraf.compare.enumerations import find_enumerations
from nutgraf.compare.families import group_families
from nutgraf.compare.figures import compare_figures
from nutgraf.compare.initiative import compare_initiative, find_initiative
from nutgraf.compare.lists import compare_lists
from nutgraf.compare.loaded import compare_loaded
from nutgraf.compare.modality import compare_modality
from nutgraf.compare.naming import compare_names, fold_entities
from nutgraf.compare.order import Order, order_accounts
from nutgraf.compare.origins import count_story, group_origins
from nutgraf.compare.outlets import label_accounts
from nutgraf.compare.paraphrase import compare_paraphrases
from nutgraf.compare.places import compare_places
from nutgraf.compare.points import build_point
from nutgraf.compare.quotes import collect_quotes, compare_quotes
from nutgraf.compare.sourcing import sum_sourcing
from nutgraf.compare.statements import Scene, Told, cut_statements
from nutgraf.compare.timeline import build_timeline
from nutgraf.compare.times import compare_times
from nutgraf.compare.voices import Backing, names_of
from nutgraf.models.outlets import find_outlet
from nutgraf.records.annotation import Account
from nutgraf.records.comparison import Calendar, Comparison, Finding, FindingKind, OriginGroup, Verdict
from nutgraf.records.copies import Copies
from nutgraf.records.story import Story
from nutgraf.text import fold

MADE_BY = "compare/4"


def compare_story(
    story: Story, accounts: Sequence[Account], copies: Copies, neighbours: Sequence[Account] = ()
) -> Comparison:
    """Compare the accounts of one story; whatever order they come in, the comparison is the same to the byte.

    `accounts` are those of the story's members; `copies` may speak of other articles too. `neighbours` are accounts of
    other stories that share a page with this one: they date the page, and nothing else.
    """
    ordered = tuple(sorted(accounts, key=lambda account: account.article.id))
    calendar = resolve_calendar(ordered, neighbours)
    order = order_accounts(ordered, calendar, copies)
    scene = scene_of(ordered, calendar, order)
    texts = {account.article.id: account.article.text for account in ordered}
    told = tuple(one for account in ordered for one in cut_statements(account, scene))
    said: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        said[one.statement.article].append(one)
    origins = group_origins(ordered, copies)
    quoted = [one for account in ordered for one in collect_quotes(account, scene)]
    rows, spoken = compare_quotes(quoted)
    retold = compare_paraphrases(told, quoted, texts, scene.standing)
    in_time = compare_modality(told, texts, order, retold)
    by_id = {account.article.id: account for account in ordered}
    tying = [finding for finding in spoken if finding.kind is FindingKind.WORDING]
    alignment = Alignment(told, [*tying, *retold, *in_time])
    apart = [
        *spoken,
        *retold,
        *in_time,
        *compare_figures(alignment, order, texts),
        *compare_times(alignment, order, texts),
        *compare_places(alignment, by_id, scene.standing, texts),
        *compare_denials(alignment, texts),
        *compare_lists(
            [one for account in ordered for one in find_enumerations(account, scene)], alignment, order, texts
        ),
        *compare_aims(
            [aim for account in ordered for aim in find_aims(account, said[account.article.id], scene.standing)], order
        ),
        *compare_initiative(
            [asked for account in ordered for asked in find_initiative(account, said[account.article.id], scene)], texts
        ),
        *compare_names(ordered, scene.standing, scene.outlets),
    ]
    groups = alignment.groups()
    apart += compare_contents(alignment, groups, order, apart)
    apart += [found for group in groups for found in compare_loaded([told[index] for index in group], texts)]
    backing = _backing(ordered, origins, scene)
    own = _by_group(groups, alignment, apart)
    points = [build_point(group, alignment, origins, backing, own.get(n, ())) for n, group in enumerate(groups)]
    findings = {finding.id: finding for point in points for finding in point.findings}
    findings.update({finding.id: finding for finding in apart})
    return Comparison(
        story.id,
        count_story(ordered, copies, origins),
        origins,
        tuple(sorted(points, key=lambda point: (-point.weight, point.id))),
        tuple(sorted(findings.values(), key=_finding_order)),
        rows,
        calendar,
        build_timeline(told, groups, scene),
        tuple(sum_sourcing(account, scene.outlets[account.article.id]) for account in ordered),
        MADE_BY,
        cover_accounts(scene, told, points, origins, copies, order),
        group_families(ordered, points),
    )


def scene_of(accounts: Sequence[Account], calendar: Calendar, order: Order) -> Scene:
    """Return what the accounts of a story share while compared."""
    dates = {(time.article, time.start, time.end): time for time in calendar.times}
    return Scene(tuple(accounts), label_accounts(accounts, order), fold_entities(accounts), dates)


def _backing(accounts: Sequence[Account], origins: Sequence[OriginGroup], scene: Scene) -> Backing:
    return Backing(
        {article: group.name for group in origins for article in group.articles},
        {fold(name): outlet.name for name in _cited(accounts) if (outlet := find_outlet(name))},
        scene.standing,
        names_of({e.key: e.name for account in accounts for e in account.annotation.entities}, scene.standing),
    )


def _cited(accounts: Sequence[Account]) -> set[str]:
    return {
        name
        for account in accounts
        for attribution in account.annotation.attributions
        for name in (attribution.source, attribution.via)
        if name
    }


def _by_group(
    groups: Sequence[Sequence[int]], alignment: Alignment, findings: Sequence[Finding]
) -> Mapping[int, Sequence[Finding]]:
    """Return the findings that have a cell inside a statement of each group."""
    group_of = {index: number for number, group in enumerate(groups) for index in group}
    found: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        for number in sorted({group_of[index] for index in alignment.carrying(finding)}):
            found[number].append(finding)
    return found


_VERDICTS = (Verdict.DIFFER, Verdict.UPDATE, Verdict.UNSURE, Verdict.AGREE, Verdict.SIDE_BY_SIDE, Verdict.ONLY_ONE)


def _finding_order(finding: Finding) -> tuple[int, str, str]:
    return _VERDICTS.index(finding.verdict), finding.kind, finding.id
