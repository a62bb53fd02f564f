"""How one article was taken from its page, for a person who wants to know why it says what it says."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from nutgraf.export.terminal.pieces import SHORT, grid, heading, note, plural, stack, words
from nutgraf.export.why import FieldWhy, LeftOut, Why

_NAME = 11
_LONGEST = 300
_SURE = {"sure": "", "likely": " (likely, not sure)", "unsure": " (unsure)"}


def why_page(why: Why) -> RenderableType:
    """Return the fields with how each was found and what was not chosen, then whether the text is whole."""
    title = next((field.value for field in why.fields if field.field == "title"), None)
    fields = grid(_NAME, None)
    for field in why.fields:
        fields.add_row(Text(field.field, style="bold"), _value(field))
        for line in _behind(field):
            fields.add_row("", line)
    return stack(
        words(title or "(no title)", "bold"),
        note(f"{why.kind} {why.article} · version {why.version[:SHORT]}", 0),
        note(_place(why), 0),
        heading("what it bears, and how that was found"),
        fields,
        heading("is the text whole?"),
        *_whole(why),
        heading("what of the page is not in the text"),
        _left(why.left_out),
        *_remarks(why),
    )


def _value(field: FieldWhy) -> Text:
    shown = words((field.value or "not known")[:_LONGEST], "" if field.value else "dim")
    return shown.append(_SURE.get(field.sure or "", ""), style="yellow")


def _behind(field: FieldWhy) -> list[Text]:
    lines = [words(field.how if field.value is None else f"found: {field.how}", "dim")]
    for passed in field.passed:
        told = f"not “{passed.value[:_LONGEST]}” ({passed.how}): {passed.why_not}"
        lines.append(words(told, "dim"))
    return lines


def _place(why: Why) -> str:
    inside = f", {why.container}" if why.container else ""
    return f"from {why.place}{inside} ({why.media}, page {why.page[:SHORT]})"


def _whole(why: Why) -> list[RenderableType]:
    share = f"{why.completeness:.1%} of the visible letters are accounted for: each is in a text or told below."
    if why.kind == "teaser":
        return [Text("It is a teaser: the page holds a title and a line or two, not the text itself."), note(share, 0)]
    if why.partial:
        return [words(f"It may not be whole: {why.partial}", "yellow"), note(share, 0)]
    return [Text("As far as the page shows: yes. No paywall, no cut ending, no limit reached."), note(share, 0)]


def _left(left: tuple[LeftOut, ...]) -> RenderableType:
    if not left:
        return Text("Nothing: all of its words are in the text.")
    table = grid(30, None)
    for each in left:
        counted = f"{each.characters} characters, {plural(each.places, 'place')}"
        table.add_row(Text(counted), words(each.what))
    return table


def _remarks(why: Why) -> list[RenderableType]:
    if not why.notes and not why.damage:
        return []
    return [
        heading("noted while reading"),
        *(words(remark, "yellow") for remark in why.damage),
        *(words(remark, "dim") for remark in why.notes if remark not in why.damage),
    ]
