"""A story's brief and its one-page overview."""

from __future__ import annotations

from dataclasses import replace

from rich.console import RenderableType
from rich.text import Text

from nutgraf.export.dossier import Dossier
from nutgraf.export.findings import apart
from nutgraf.export.terminal.comparison import STANDINGS, counts_block, differences, quotes_board
from nutgraf.export.terminal.pieces import SHORT, grid, heading, indented, note, places, plural, stack, words
from nutgraf.records.brief import Answer, Line
from nutgraf.records.comparison import Finding, Verdict
from nutgraf.text import between

LEFT = 14
DATE = 21
DIFFERENCES, UPDATES, QUOTES, DATES = 10, 4, 6, 10
"""Rows of a brief on the terminal, updates beside the differences; the web page and the comparison have all of them."""

NAME = 40
"""Characters up to which a line is a name or a place, and takes one line of the terminal."""


def brief_page(dossier: Dossier) -> RenderableType:
    """Return the brief: every line with its outlets and the place of its words."""
    brief, comparison = dossier.brief, dossier.comparison
    found = apart(comparison.findings)
    shown = _chosen(found)
    return stack(
        words(brief.headline.words, "bold"),
        _source(brief.headline),
        Text(),
        counts_block(comparison),
        _nut_graf(brief.nut_graf) if brief.nut_graf else None,
        _answers(brief.answers),
        _points(dossier),
        differences(shown),
        _more(dossier, len(found) - len(shown), "as telling or less", "--format html"),
        quotes_board(comparison.quotes, QUOTES),
        _timeline(dossier),
        _sourcing(dossier),
        _unknown(dossier),
        _accounts(dossier),
        note(f"story {dossier.story.id} · made by {brief.made_by}, {comparison.made_by}, {dossier.story.made_by}", 0),
    )


def _chosen(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings that the terminal has room for, news among them however many differences stand before it."""
    news = [finding for finding in found if finding.verdict is Verdict.UPDATE][:UPDATES]
    rest = [finding for finding in found if finding not in news][:DIFFERENCES]
    return tuple(finding for finding in found if finding in news or finding in rest)


def story_page(dossier: Dossier) -> RenderableType:
    """Return a story: its headline and counts, its chapters, its articles and why each of them is in it."""
    story = dossier.story
    table = grid(SHORT, None)
    for member in story.members:
        article = dossier.article(member.article)
        table.add_row(Text(member.article[:SHORT], style="cyan"), words(article.title or "(no title)", "bold"))
        table.add_row("", words(f"{dossier.outlet(article.id)} · {_date(dossier, article.id)}", "dim"))
        table.add_row("", words(member.why))
    return stack(
        words(dossier.brief.headline.words, "bold"),
        _source(dossier.brief.headline),
        Text(),
        counts_block(dossier.comparison),
        _nut_graf(dossier.brief.nut_graf) if dossier.brief.nut_graf else None,
        _chapters(dossier),
        heading("Its articles, and why each is in it"),
        indented(table),
        *_related(dossier),
        Text(),
        note(f"Go on with: nutgraf brief {story.id[:SHORT]} · nutgraf compare {story.id[:SHORT]}", 0),
    )


_WHEN = {"earlier": "earlier", "later": "later", "beside": "at the same time"}


def _related(dossier: Dossier) -> list[RenderableType]:
    """Return the other stories of the same matter, if any."""
    if not dossier.related:
        return []
    table = grid(SHORT, None)
    for linked in dossier.related:
        how = linked.related
        table.add_row(Text(linked.id[:SHORT], style="cyan"), words(linked.headline, "bold"))
        table.add_row(
            "", words(f"{_WHEN[how.when]} · {plural(how.texts, 'text')} · likeness {how.likeness:.2f}", "dim")
        )
    return [heading("Related stories"), indented(table)]


def _source(line: Line) -> Text:
    text = words(", ".join(line.outlets), "cyan").append("  ").append_text(places(line.evidence))
    return text.append(" · ", style="dim").append_text(words(line.note, "dim")) if line.note else text


def _nut_graf(line: Line) -> RenderableType:
    return stack(Text(), words(line.words), _source(line))


def _line(line: Line) -> RenderableType:
    if len(line.words) > NAME:
        return stack(words(line.words), _source(line))
    name = words(line.words).append("  ").append_text(places(line.evidence[:1]))
    return name.append(" · ", style="dim").append_text(words(line.note, "dim")) if line.note else name


def _answers(answers: tuple[Answer, ...]) -> RenderableType:
    table = grid(LEFT, None)
    for answer in answers:
        if not answer.lines:
            table.add_row(words(answer.question, "bold"), Text("not found in the texts read", style="dim"))
        for position, line in enumerate(answer.lines):
            table.add_row(words(answer.question if position == 0 else "", "bold"), _line(line))
    return stack(heading("Who, what, when, where, why"), indented(table))


def _points(dossier: Dossier) -> RenderableType | None:
    if not dossier.brief.points:
        return None
    standings = {point.span: point for point in dossier.comparison.points}
    table = grid(LEFT, None)
    for line in dossier.brief.points:
        point = standings.get(line.evidence[0])
        left = Text(STANDINGS[point.standing] if point else "", style="bold")
        if point:
            left.append(f"\n{between(point.fewest, len(point.origins), 'origin')}", style="dim")
        table.add_row(left, _line(replace(line, note="") if point else line))
    return stack(heading("Points"), indented(table))


def _timeline(dossier: Dossier) -> RenderableType | None:
    if not dossier.comparison.timeline:
        return None
    entries = dossier.comparison.timeline
    told = sorted(range(len(entries)), key=lambda index: (-len(entries[index].outlets), index))[:DATES]
    table = grid(DATE, None)
    for entry in (entries[index] for index in sorted(told)):
        said = words(entry.words).append("  ").append_text(places(entry.spans))
        table.add_row(words(entry.value, "bold"), said)
        table.add_row("", words(", ".join(entry.outlets) + (f" · {entry.how}" if entry.how else ""), "dim"))
    left = len(entries) - len(told)
    return stack(heading("Timeline"), indented(table), _more(dossier, left, "told by fewer accounts", "--format html"))


def _more(dossier: Dossier, left: int, which: str, how: str) -> RenderableType | None:
    """Say how many rows are not shown here, and what shows them."""
    return note(f"{left} more, {which}: nutgraf brief {dossier.story.id[:SHORT]} {how}") if left else None


def _sourcing(dossier: Dossier) -> RenderableType | None:
    if not dossier.comparison.sourcing:
        return None
    table = grid(20, None)
    for sourcing in dossier.comparison.sourcing:
        table.add_row(words(sourcing.outlet, "cyan"), words(sourcing.remark))
    return stack(heading("Whom each account relies on"), indented(table))


def _unknown(dossier: Dossier) -> RenderableType | None:
    brief = dossier.brief
    if not brief.unknown and not brief.remarks:
        return None
    lines = [indented(_line(line)) for line in brief.unknown]
    return stack(heading("What is not known"), *lines, *(note(remark) for remark in brief.remarks))


def _chapters(dossier: Dossier) -> RenderableType | None:
    if len(dossier.story.chapters) < 2:
        return None
    table = grid(None)
    for chapter in dossier.story.chapters:
        table.add_row(words(f"{chapter.name}: {plural(len(chapter.articles), 'article')}", "bold"))
        table.add_row(words(chapter.reason, "dim"))
    return stack(heading("Chapters"), indented(table))


def _accounts(dossier: Dossier) -> RenderableType:
    table = grid(SHORT, None)
    for account in dossier.accounts:
        article = account.article
        title = (
            words(dossier.outlet(article.id), "cyan").append(" — ").append_text(words(article.title or "(no title)"))
        )
        table.add_row(Text(article.id[:SHORT], style="dim"), title)
        table.add_row("", words(_date(dossier, article.id), "dim"))
    return stack(heading("Read from"), indented(table), Text())


def _date(dossier: Dossier, article: str) -> str:
    published = dossier.published(article)
    if published.value is None:
        return "no date told"
    return f"{published.value} ({published.how})" if published.how else published.value
