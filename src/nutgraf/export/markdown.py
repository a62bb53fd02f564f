"""A story's brief as Markdown; words of sources are escaped, so that none of them becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nutgraf.export.dossier import Dossier
from nutgraf.export.findings import apart, side_by_side
from nutgraf.export.known import known_lines, known_sentence
from nutgraf.export.printable import one_line
from nutgraf.export.terminal.comparison import STANDINGS
from nutgraf.export.terminal.lists import counts_line
from nutgraf.export.terminal.pieces import SHORT
from nutgraf.records.article import Part, Span
from nutgraf.records.brief import Line
from nutgraf.records.comparison import Finding, Point
from nutgraf.text import between

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|<>~&-])")
_LEAD = re.compile(r"^(\d+)([.)])")
_SCHEME = re.compile(r"(?i)\b(https?|ftp|mailto|javascript|data|www)([:.])")


def escaped(words: str) -> str:
    """Return words on one line in which every character with a meaning in Markdown is escaped, addresses included."""
    plain = _MARKUP.sub(r"\\\1", one_line(words))
    return _SCHEME.sub(r"\1\\\2", _LEAD.sub(r"\1\\\2", plain))


def brief_markdown(dossier: Dossier) -> str:
    """Return the brief as Markdown, each line with its outlets, article ids and offsets."""
    brief, comparison = dossier.brief, dossier.comparison
    parts = [f"# {escaped(brief.headline.words)}", _where(brief.headline), counts_line(comparison.counts)]
    parts[1:1] = _known(dossier)
    parts += ["\n".join(f"- {escaped(ground)}" for ground in comparison.counts.grounds)]
    parts += [_line(brief.nut_graf)] if brief.nut_graf else []
    for section in (_answers, _points, _differences, _chosen, _quotes, _timeline, _sourcing, _unknown, _sources):
        parts += section(dossier)
    parts.append(f"Story `{dossier.story.id}`, made by {escaped(brief.made_by)}.")
    return "\n\n".join(part for part in parts if part) + "\n"


def _known(dossier: Dossier) -> Iterator[str]:
    if dossier.known:
        yield f"**{escaped(known_sentence(dossier.known))}**"
        yield "\n".join(f"- {escaped(line)}" for line in known_lines(dossier.known))


def _place(span: Span) -> str:
    title = "title " if span.part is Part.TITLE else ""
    return f"`{span.article[:SHORT]}:{title}{span.start}-{span.end}`"


def _where(line: Line) -> str:
    note = f" · {escaped(line.note)}" if line.note else ""
    return f"— {escaped(', '.join(line.outlets))} {' '.join(_place(span) for span in line.evidence)}{note}"


def _line(line: Line) -> str:
    return f"{escaped(line.words)} {_where(line)}"


def _answers(dossier: Dossier) -> Iterator[str]:
    yield "## Who, what, when, where, why"
    for answer in dossier.brief.answers:
        lines = [_line(line) for line in answer.lines] or ["not found in the texts read"]
        yield "\n".join(f"- **{escaped(answer.question)}**: {line}" for line in lines)


def _points(dossier: Dossier) -> Iterator[str]:
    points = {point.span: point for point in dossier.comparison.points}
    if dossier.brief.points:
        yield "## Points"
    for number, line in enumerate(dossier.brief.points, start=1):
        point = points.get(line.evidence[0])
        yield f"{number}. {_line(line)}{_stands(point) if point else ''}"


def _stands(point: Point) -> str:
    return f" *({STANDINGS[point.standing]}, {between(point.fewest, len(point.origins), 'origin')})*"


def _differences(dossier: Dossier) -> Iterator[str]:
    yield from _findings("## Where accounts differ", apart(dossier.comparison.findings))


def _chosen(dossier: Dossier) -> Iterator[str]:
    yield from _findings("## Words for one thing", side_by_side(dossier.comparison.findings))


def _findings(title: str, findings: Sequence[Finding]) -> Iterator[str]:
    if findings:
        yield title
    for finding in findings:
        yield f"**{finding.verdict.value}** ({finding.kind.value}): {escaped(finding.reason)}"
        yield _table(
            ("Outlet", "Its exact words", "Where"),
            [(escaped(cell.outlet), escaped(cell.words), _place(cell.span)) for cell in finding.cells],
        )


def _quotes(dossier: Dossier) -> Iterator[str]:
    if dossier.comparison.quotes:
        yield "## Quotes board"
    for row in dossier.comparison.quotes:
        yield f"**{escaped(row.speaker)}** ({row.verdict.value}): {escaped(row.reason)}"
        rows = []
        for wording in row.wordings:
            marks = "“{}”" if wording.kind.value in ("direct", "mixed") else "{}"
            where = " ".join(_place(span) for span in wording.spans)
            rows.append((escaped(", ".join(wording.outlets)), marks.format(escaped(wording.words)), where))
        yield _table(("Printed by", "Wording", "Where"), rows)


def _timeline(dossier: Dossier) -> Iterator[str]:
    entries = dossier.comparison.timeline
    if entries:
        yield "## Timeline"
        yield "\n".join(
            f"- **{escaped(entry.value)}** {escaped(entry.words)} — {escaped(', '.join(entry.outlets))} "
            + " ".join(_place(span) for span in entry.spans)
            for entry in entries
        )


def _sourcing(dossier: Dossier) -> Iterator[str]:
    if dossier.comparison.sourcing:
        yield "## Whom each account relies on"
        yield "\n".join(f"- **{escaped(row.outlet)}**: {escaped(row.remark)}" for row in dossier.comparison.sourcing)


def _unknown(dossier: Dossier) -> Iterator[str]:
    brief = dossier.brief
    if brief.unknown or brief.remarks:
        yield "## What is not known"
        yield "\n".join(f"- {item}" for item in [*map(_line, brief.unknown), *map(escaped, brief.remarks)])


def _sources(dossier: Dossier) -> Iterator[str]:
    yield "## Read from"
    yield "\n".join(
        f"- `{account.article.id}` {escaped(dossier.outlet(account.article.id))}: "
        f"{escaped(account.article.title or '(no title)')} "
        f"({escaped(dossier.published(account.article.id).value or 'no date told')})"
        for account in dossier.accounts
    )


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
