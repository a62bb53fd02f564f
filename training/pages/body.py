"""The text of an article: paragraphs with subheads, lists, pictures, pull quotes and boxes between them.

Options after the count: `heads`, `lists`, `caps`, `pull` are chances; `signed` the chance that parts have authors of
their own; `line` the chance of a dateline, `box=NAME:CHANCE` a part that may stand between two paragraphs; `one` runs
all into one line; `entry` takes the next sentences of a running story; `cut` stops in the middle of a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.pages import tales

if TYPE_CHECKING:
    from training.pages.write import Writer

_LINES = (
    *("{PLACE} — ", "{PLACE} — ", "{PLACE}, {date} ({agency}) - ", "{PLACE} ({agency}) — "),
    *("{PLACE}, {date} ({agency}) -- ", "{place} ({agency}) - ", "{PLACE} – ", "{PLACE}, {section} — "),
    *("({agency}) — ", "{date} ({agency}) - ", "{PLACE}: ", "{PLACE} (AP) — ", "{PLACE} - ", "{PLACE} / {place} — "),
    "{PLACE}, ({agency}) – ",
)
_FOREIGN = (
    *("{place}. ", "{place} ({agency}). ", "{place}/{place}. ", "{place} (dpa) - ", "{PLACE} — "),
    "{place}, {date} ({agency}) - ",
)


def write_body(writer: Writer, options: str) -> None:
    """Write the text of the story at hand."""
    count, *flags = options.split()
    chosen = dict(flag.partition("=")[::2] for flag in flags)
    low, _, high = count.partition("-")
    texts = _texts(writer, int(low), int(high or low), chosen)
    if writer.dice.random() < float(chosen.get("line") or 0):
        texts[0] = _dateline(writer) + texts[0]
    if "cut" in chosen:
        last = texts[-1]
        texts[-1] = last[: max(30, int(len(last) * writer.dice.uniform(0.3, 0.9)))].rsplit(" ", 1)[0] + chosen["cut"]
    if "one" in chosen:
        between = "" if chosen["one"] == "tight" or writer.settings.tight else " "
        writer.line("p", between.join(texts))
        return
    _write(writer, texts, chosen)


def _dateline(writer: Writer) -> str:
    forms = _LINES if writer.settings.lang == "en" else _FOREIGN
    return writer.fill(writer.dice.choice(forms) + "\x03").replace("\x03", " ").replace("  ", " ")


def _texts(writer: Writer, least: int, most: int, chosen: dict[str, str]) -> list[str]:
    dice, tale = writer.dice, writer.told
    if "entry" in chosen:
        sentences = tale.take(dice, least, most)
        texts: list[str] = []
        while sentences:
            count = dice.choice((1, 2, 2, 3, 4))
            texts.append(" ".join(sentences[:count]))
            sentences = sentences[count:]
        return texts or [tale.story.sentences[0]]
    return tales.paragraphs(tale.story, dice, least, most)


def _write(writer: Writer, texts: list[str], chosen: dict[str, str]) -> None:
    dice = writer.dice
    listed = dice.randint(1, max(1, len(texts) - 1)) if dice.random() < float(chosen.get("lists") or 0) else None
    heads = float(chosen.get("heads") or 0)
    style = dice.choice(("frag", "frag", "frag", "cliche", "cliche", "question", "question", "number", "sentence"))
    number = 0
    signed = heads > 0 and dice.random() < float(chosen.get("signed") or 0.03)
    for at, words in enumerate(texts):
        if at and heads and dice.random() < heads:
            number += 1
            writer.line("h", f"{number}. {_head(writer, style)}" if style == "number" else _head(writer, style))
            if signed and dice.random() < 0.8:
                writer.line("b", writer.fill("By [{person}|{role} {person}] [in {place}|]"))
        writer.line("p", words, gap=True if at else None)
        if at == listed:
            _list(writer)
        if at < len(texts) - 1:
            _between(writer, words, chosen)


def _between(writer: Writer, words: str, chosen: dict[str, str]) -> None:
    dice = writer.dice
    if dice.random() < float(chosen.get("caps") or 0):
        caption = writer.fill("{w:captionform}")
        for _ in range(2 if dice.random() < 0.2 else 1):
            writer.gap = True
            writer.line("c", caption)
        if dice.random() < 0.15:
            writer.line("f", writer.fill("{w:credit}"))
    if dice.random() < float(chosen.get("pull") or 0) and len(words) > 60:
        writer.gap = True
        parts = [part for part in words.replace("”", '"').replace("“", '"').split('"') if len(part) > 25]
        pulled = dice.choice(parts)[:200].strip() if parts else words[:120]
        writer.line("f", f"“{pulled.rstrip(' ,')}”" if dice.random() < 0.5 else pulled)
        if dice.random() < 0.4:
            writer.line("f", writer.fill("[— |]{person}[, {role}|]"))
    box, _, chance = (chosen.get("box") or "").partition(":")
    if box and dice.random() < float(chance or 0.3):
        writer.gap = True
        writer.run(writer.kit.parts[box])
        writer.gap = True


def _head(writer: Writer, style: str) -> str:
    words = writer.fill("{w:cliche}") if style == "cliche" else writer.fill("{frag}")
    if style == "sentence":
        return f"{words}."
    if style == "question" and writer.dice.random() < 0.6:
        return words + "?"
    return tales.title_case(words) if writer.settings.case == "title" else words


def _list(writer: Writer) -> None:
    dice, spare = writer.dice, writer.told.spare
    pool = [s for s in spare if len(s) < 200] or list(spare)
    if dice.random() < 0.6:
        writer.line("p", writer.fill("{w:listintro}"), gap=True)
    elif dice.random() < 0.5:
        writer.line("h", _head(writer, "cliche"), gap=True)
    for number in range(dice.randint(2, 6)):
        item = dice.choice(pool) if dice.random() < 0.6 else tales.fragment(pool, dice, 9)
        if dice.random() < 0.2:
            item = f"{tales.fragment(pool, dice, 3)}: {item}"
        writer.line("l", item, gap=number == 0)
