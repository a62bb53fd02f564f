"""Copies on the terminal: who carries a text, how much of each article is another's, and two of them side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from nutgraf.export.copies import CopiesView, other_end
from nutgraf.export.printable import one_line, printable
from nutgraf.export.side_by_side import MEANINGS, Cell, Row, SideBySide
from nutgraf.export.terminal.pieces import SHORT, grid, heading, indented, note, plural, stack, words
from nutgraf.records.article import Article
from nutgraf.records.copies import Carried, Copy
from nutgraf.text import percent

WIDE = 100
"""Columns from which two texts stand side by side; below, one below the other."""

_STYLES = {"▌": "green", "~": "yellow", "≈": "cyan", "+": "bold", "−": "dim"}
_SHARES = (16, 9, 9, 9, None)


def copies_page(view: CopiesView) -> RenderableType:
    """Return who carries which text, what each article has from others, the pairs, and two articles side by side."""
    shared = (*view.copies.pairs, *view.copies.reuse)
    return stack(
        *(_title(view.articles[article]) for article in view.asked if not view.story),
        *_texts(view),
        None if shared else note("No other article shares its text, its quotations or its headline.", 0),
        heading("what stands where") if shared else None,
        *(indented(_pair(view, pair)) for pair in shared),
        side_by_side(view.beside) if view.beside else None,
    )


def _title(article: Article) -> RenderableType:
    return words(article.title or "(no title)", "bold")


def _texts(view: CopiesView) -> Iterator[RenderableType]:
    """Yield each text that several articles carry, and what each article asked about has from others."""
    for group in view.copies.groups:
        if len(group) > 1:
            yield heading(f"one text, carried by {plural(len(group), 'article')}")
            told = next((each for each in view.copies.carried if each.article in group), None)
            original = told.original if told else None
            for article in group:
                mark = Text("original " if article == original else "         ", style="bold")
                line = f"{view.name(article)} · {view.articles[article].title or '(no title)'}"
                yield mark.append(article[:SHORT], style="cyan").append("  ").append_text(words(line))
            yield note(_found(told), 2) if told else note("its original is not known", 2)
    if view.copies.carried:
        yield heading("whose words these are")
        table = grid(*_SHARES)
        table.add_row("", *(Text(name, style="dim") for name in ("copied", "shared", "own", "")))
        for each in view.copies.carried:
            shares = (Text(percent(share)) for share in (each.copied, each.shared, each.own))
            table.add_row(Text(each.article[:SHORT], style="cyan"), *shares, words(view.name(each.article)))
        yield indented(table)
        yield note("copied: from another · shared: nothing shows who had it first · own: only here, or here first")


def _found(told: Carried) -> str:
    if told.original is None and told.origin:
        return f"made by {told.origin}; {told.reason}"
    return told.reason


def _pair(view: CopiesView, pair: Copy) -> RenderableType:
    asked = pair.article if pair.article in view.asked else pair.of
    told = pair if pair.article == asked else pair.turned()
    other = other_end(pair, asked)
    head = Text(f"{pair.kind.value}: ", style="bold").append(asked[:SHORT], style="cyan")
    head.append(f" {percent(told.share)} · ").append(other[:SHORT], style="cyan")
    head.append(f" {percent(told.of_share)}  ").append_text(words(view.name(other)))
    return stack(head, note(pair.reason))


def side_by_side(beside: SideBySide) -> RenderableType:
    """Return two texts side by side on a wide terminal, else one below the other, with the legend."""
    legend = grid(4, None)
    for mark, meaning in MEANINGS:
        legend.add_row(Text(mark, style=_STYLES.get(mark, "bold")), Text(meaning, style="dim"))
    return stack(heading("side by side"), _Columns(beside), Text(), legend)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Two texts, in as many columns as the terminal has room for."""

    beside: SideBySide

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        wide = options.max_width >= WIDE
        yield _wide(self.beside) if wide else _narrow(self.beside)


def _head(article: Article) -> Text:
    return Text(article.id[:SHORT], style="cyan").append("  ").append_text(words(article.title or "(no title)", "bold"))


def _wide(beside: SideBySide) -> RenderableType:
    table = grid(4, None, 4, None)
    table.add_row("", _head(beside.article), "", _head(beside.other))
    for row in beside.rows:
        left = _cells(row.left, row.left_cut, beside.article)
        table.add_row(*left, *_cells(row.right, row.right_cut, beside.other))
    return table


def _cells(cell: Cell | None, cut: int, article: Article) -> tuple[Text, Text]:
    if cell is None:
        return Text(), Text(_cut_words(cut), style="dim") if cut else Text()
    return _mark(cell), _sentence(cell, article)


def _narrow(beside: SideBySide) -> RenderableType:
    here, there = beside.article, beside.other
    table = grid(10, 4, None)
    table.add_row(Text(here.id[:SHORT], style="cyan"), "", words(here.title or "(no title)", "bold"))
    table.add_row(Text(there.id[:SHORT], style="cyan"), "", words(there.title or "(no title)", "bold"))
    for row in beside.rows:
        for cell, cut, article in ((row.left, row.left_cut, here), (row.right, row.right_cut, there)):
            if (cell or cut) and not _same_words(row, article, there, beside):
                table.add_row(Text(article.id[:SHORT], style="cyan"), *_cells(cell, cut, article))
    return table


def _same_words(row: Row, article: Article, there: Article, beside: SideBySide) -> bool:
    """Tell whether the other's sentence would only say the same words again."""
    if article is not there or row.left is None or row.right is None:
        return False
    return _slice(row.left, beside.article) == _slice(row.right, there)


def _slice(cell: Cell, article: Article) -> str:
    return one_line(article.text[cell.start : cell.end])


def _cut_words(cut: int) -> str:
    return f"… {plural(cut, 'sentence')} of its own (--full shows all) …"


def _mark(cell: Cell) -> Text:
    return Text(f"{cell.mark}{f'↕{cell.moved}' if cell.moved else ''}", style=_STYLES.get(cell.mark, ""))


def _sentence(cell: Cell, article: Article) -> Text:
    """Return the frozen words of a sentence; those that stand in the other text are underlined where not all do."""
    text = Text(printable(article.text[cell.start : cell.end]).replace("\n", " "), style=_STYLES.get(cell.mark, ""))
    if cell.mark in ("~", "≈"):
        for start, end in cell.shared:
            text.stylize("underline", start - cell.start, end - cell.start)
    return text
