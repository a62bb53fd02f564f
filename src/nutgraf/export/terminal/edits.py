"""Edits on the terminal: what each version changed, whether it says so, and who still prints the old."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from nutgraf.export.dossier import outlet_name
from nutgraf.export.edits import ORDER, EditsRow, EditsView, by_weight
from nutgraf.export.printable import one_line, printable
from nutgraf.export.terminal.pieces import SHORT, grid, indented, note, place, plural, stack, words
from nutgraf.records.article import Span
from nutgraf.records.edits import Edit, Edits, EditVerdict, OnPage, Printed, Sighting, StillPrinted

NO_EDITS = "No article has more than one version yet. Read a page again when it has changed: nutgraf read FOLDER"

_STYLES = {
    EditVerdict.SILENTLY: "bold black on yellow",
    EditVerdict.OPENLY: "bold black on green",
    EditVerdict.UNSURE: "bold black on magenta",
    EditVerdict.NEWS: "bold black on cyan",
    EditVerdict.NO_EDIT: "bold black on white",
}
_LEFT = 12
_LONGEST = 70
"""Characters of the old and of the new words in a line of the list."""


def edits_list(rows: Sequence[EditsRow]) -> RenderableType:
    """Return the articles with more than one version, each with what it changed."""
    if not rows:
        return Text(NO_EDITS)
    table = grid(SHORT, None)
    for row in rows:
        table.add_row(Text(row.article[:SHORT], style="cyan"), words(row.title or "(no title)", "bold"))
        table.add_row("", note(f"{row.outlet} · {plural(row.versions, 'version')} · {_counts(row)}", 0))
        if row.first:
            table.add_row("", _first(row.first))
    return stack(table, Text(), note("Go on with: nutgraf edits ID", 0))


def _counts(row: EditsRow) -> str:
    counts = zip((row.silently, row.openly, row.unsure, row.news, row.no_edit), ORDER, strict=True)
    told = ", ".join(f"{number} {verdict.value}" for number, verdict in counts if number)
    still = f" · {plural(row.still, 'other account')} still print{'s' if row.still == 1 else ''} the old"
    return (told or "nothing changed") + (still if row.still else "")


def _first(edit: Edit) -> Text:
    old, new = (Text(f"“{_short(each.words)}”") if each else Text() for each in (edit.old, edit.new))
    arrow = " → " if edit.old and edit.new else ""
    return Text(f"{edit.kind.value}: ", style="dim").append_text(old).append(arrow, style="dim").append_text(new)


def _short(content: str) -> str:
    told = one_line(content)
    return told if len(told) <= _LONGEST else told[:_LONGEST].rsplit(" ", 1)[0] + " …"


def edits_page(views: Sequence[EditsView]) -> RenderableType:
    """Return the edits of one article, or of several of a story, the old beside the new."""
    if not views:
        return Text("No article of this story has more than one version.")
    return stack(*(part for view in views for part in (_article(view), Text())))


def _article(view: EditsView) -> RenderableType:
    article = view.article
    head = Text(article.id[:SHORT], style="cyan").append("  ").append_text(words(article.title or "(no title)", "bold"))
    if len(view.versions) == 1:
        return stack(head, note(f"{outlet_name(article)} · one version only, so nothing to compare", 0))
    unread = [note(f"version {each[:SHORT]} could not be read: nutgraf set-aside") for each in view.unread]
    told = f"{outlet_name(article)} · {plural(len(view.versions), 'version')}"
    return stack(head, note(told, 0), *unread, *(_step(view, edits) for edits in view.edits))


def _step(view: EditsView, edits: Edits) -> RenderableType:
    seen = f"{_seen(view.sighting(edits.earlier))} to {_seen(view.sighting(edits.later))}"
    order = edits.order or "nothing tells which of the two came first"
    counts = Counter(edit.verdict for edit in edits.edits)
    told = " · ".join(f"{counts[verdict]} {verdict.value}" for verdict in ORDER if counts[verdict])
    return stack(
        Text(f"\nVersion {edits.earlier[:SHORT]} to {edits.later[:SHORT]}", style="bold blue"),
        note(f"{seen}: {order}"),
        indented(Text(told or "nothing changed", style="bold")),
        *(indented(_note(each.kind.value, each.words, each.span, fresh=each.fresh)) for each in edits.notes),
        None if edits.notes else note("No note is printed that owns up to a change."),
        *(indented(_edit(edit)) for edit in by_weight(edits.edits)),
    )


def _seen(sighting: Sighting) -> str:
    how = "captured" if sighting.captured else "read"
    return f"{how} {sighting.first[:16].replace('T', ' ')} UTC"


def _note(kind: str, content: str, span: Span | OnPage, *, fresh: bool) -> RenderableType:
    lead = f"note of {kind}" + (": " if fresh else ", which stood in the earlier version already: ")
    return Text(lead, style="bold").append_text(words(content)).append("  ").append_text(_place(span))


def _edit(edit: Edit) -> RenderableType:
    title = Text("\n").append(f" {edit.verdict.value.upper()} ", style=_STYLES[edit.verdict])
    title.append(f" {edit.kind.value}: ", style="bold").append_text(words(edit.reason))
    table = grid(_LEFT, None)
    for name, printed in (("old", edit.old), ("new", edit.new)):
        if printed:
            table.add_row(Text(name, style="bold"), _printed(printed))
    for each in edit.still:
        table.add_row(words(each.outlet, "cyan"), _still(each))
    return stack(title, indented(table))


def _still(each: StillPrinted) -> Text:
    when = f"published {each.published}" if each.published else "no date told"
    return _printed(each.printed).append(f"\n{each.reason} ({when})", style="dim")


def _printed(printed: Printed) -> Text:
    """Return the sentence with the words that count underlined, and their place."""
    text = Text(printable(printed.sentence).replace("\n", " "))
    if printed.span != printed.within:
        start = printed.span.start - printed.within.start
        text.stylize("underline", start, start + len(printed.words))
    return text.append("  ").append_text(_place(printed.span))


def _place(span: Span | OnPage) -> Text:
    """Return where words stand, with the version, since the article has more than one."""
    if isinstance(span, OnPage):
        return Text(f"page {span.page[:SHORT]}:{span.start}-{span.end}", style="dim")
    told = place(span).plain.split(":", 1)
    return Text(f"{told[0]}@{span.version[:SHORT]}:{told[1]}", style="dim")
