"""The slots of frames and words: what `{name}` stands for on the page at hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from training.pages import tales
from training.pages.names import SECTIONS

if TYPE_CHECKING:
    from training.pages.write import Writer


def _lower(writer: Writer) -> str:
    return "".join(sign for sign in writer.settings.own.lower() if sign.isalnum())


def _two(draw: Callable[[Writer], str]) -> Callable[[Writer], str]:
    return lambda writer: ", ".join(draw(writer) for _ in range(writer.dice.randint(1, 4)))


def _section(writer: Writer) -> str:
    return writer.dice.choice(SECTIONS) if writer.settings.lang == "en" else writer.pick("menu")


def _stamp(writer: Writer) -> str:
    date_, clock = writer.names.date(), writer.names.clock()
    between = (
        writer.dice.choice((", ", " ", " at ", " - ", " | ", " · ", ", ")) if writer.settings.lang == "en" else ", "
    )
    return writer.dice.choice((date_, f"{date_}{between}{clock}", f"{date_}{between}{clock}", f"{clock}, {date_}"))


_TITLES: tuple[Callable[[Writer], str], ...] = (
    lambda w: w.told.title,
    lambda w: w.told.title,
    lambda w: w.told.title,
    lambda w: tales.fragment(w.told.spare, w.dice),
    lambda w: tales.fragment(w.told.spare, w.dice).upper(),
    lambda w: f"{w.names.tag().capitalize()}: {tales.fragment(w.told.spare, w.dice)}",
    lambda w: f"{w.names.place()}: {w.told.title}",
    lambda w: w.told.title.upper(),
    lambda w: w.told.title + "?",
    lambda w: f"{w.dice.choice('■▶●♦→»')} {w.told.title}",
    lambda w: w.dice.choice((w.told.title, tales.fragment(w.told.spare, w.dice))),
    lambda w: f"“{tales.fragment(w.told.spare, w.dice)}”",
    lambda w: tales.fragment(w.told.spare, w.dice, 3) + ".",
    lambda w: f"{w.article + 1}. {w.told.title}",
    lambda w: f"{w.told.title} ({w.told.origin})",
    lambda w: f"{w.told.title.rstrip('.?!')}. {tales.fragment(w.told.spare, w.dice)}",
)
_TIMES: tuple[Callable[[Writer], str], ...] = (
    lambda w: w.names.date(),
    lambda w: w.names.ago(),
    lambda w: _stamp(w),
    lambda w: w.names.clock(),
    lambda w: w.names.weekday(),
    lambda w: w.fill("{w:timelabel} {date}"),
)


def _rolled(writer: Writer) -> str:
    """A title in the style that the page keeps to."""
    style = writer.styles.setdefault("title", writer.dice.randrange(len(_TITLES)))
    writer.last_title = _TITLES[style](writer)
    return writer.last_title


def _rolled_time(writer: Writer) -> str:
    return _TIMES[writer.styles.setdefault("time", writer.dice.randrange(len(_TIMES)))](writer)


SLOTS: dict[str, Callable[[Writer], str]] = {
    "own": lambda w: w.settings.own,
    "OWN": lambda w: w.settings.own.upper(),
    "owner": lambda w: (
        f"{w.settings.own.split()[-1]} {w.dice.choice(('Media', 'Group', 'Newspapers Ltd', 'Holdings', 'Inc.'))}"
    ),
    "domain": lambda w: f"{_lower(w)}.example",
    "letter": lambda w: w.dice.choice(
        ("Low Water", "The Morning Post", "First Light", "Chancery Notes", "The Dispatch", "Daily Brief")
    ),
    "theme": lambda w: w.dice.choice(("Twelve", "Newsprint", "Astra", "Slate")),
    "tradename": lambda w: w.names.trade(),
    "TRADENAME": lambda w: w.names.trade().upper(),
    "org": lambda w: w.names.org(),
    "person": lambda w: w.names.person(),
    "PERSON": lambda w: w.names.person().upper(),
    "author": lambda w: w.told.author,
    "handle": lambda w: w.names.person().lower().replace(" ", "").replace("'", "").replace("’", "").replace(".", ""),
    "email": lambda w: f"{w.names.person().split()[-1].lower().strip('’')}@{_lower(w)}.example",
    "role": lambda w: w.pick("role"),
    "place": lambda w: w.names.place(),
    "PLACE": lambda w: w.names.place().upper(),
    "section": _section,
    "SECTION": lambda w: _section(w).upper(),
    "tag": lambda w: w.names.tag(),
    "tags": _two(lambda w: w.names.tag()),
    "year": lambda w: str(w.names.day.year),
    "month": lambda w: w.names.month(),
    "weekday": lambda w: w.names.weekday(),
    "date": lambda w: w.names.date(),
    "today": lambda w: w.names.date(0),
    "stamp": _stamp,
    "clock": lambda w: w.names.clock(),
    "tick": lambda w: w.names.clock(w.settings.minutes),
    "ago": lambda w: w.names.ago(),
    "origin": lambda w: w.told.origin,
    "origindomain": lambda w: "".join(c for c in w.told.origin.lower() if c.isalnum()) + ".example",
    "outlet": lambda w: w.names.outlet(),
    "agency": lambda w: w.names.agency(),
    "title": lambda w: w.told.title,
    "planned": lambda w: (w.planned or w.told).title,
    "number": lambda w: str(w.number),
    "leaf": lambda w: str(w.turn_leaf()),
    "surname": lambda w: w.told.author.split()[-1].upper(),
    "deck": lambda w: tales.deck(w.told.spare, w.dice),
    "lead": lambda w: w.told.story.sentences[0],
    "sent": lambda w: w.dice.choice(w.told.spare),
    "frag": lambda w: tales.fragment(w.told.spare, w.dice),
    "FRAG": lambda w: tales.fragment(w.told.spare, w.dice).upper(),
    "scene": lambda w: tales.scene(w.told.spare, w.dice),
    "chat": lambda w: " ".join(w.dice.choices(w.kit.talk, k=w.dice.choice((1, 1, 1, 2, 3)))),
    "ttitle": lambda w: w.teased.title,
    "ttext": lambda w: tales.summary(w.teased, w.dice),
    "tscene": lambda w: tales.scene(w.teased.spare, w.dice),
    "tauthor": lambda w: w.teased.author,
    "torigin": lambda w: w.teased.origin,
    "upper": lambda w: w.dice.choice("ABCDE"),
    "rolled": _rolled,
    "rolledsame": lambda w: w.last_title,
    "rolledtime": _rolled_time,
    "cliche": lambda w: w.pick("cliche"),
    "bar": lambda w: "|",
    "url": lambda w: w.names.url(),
    "code": lambda w: w.names.code(),
}
