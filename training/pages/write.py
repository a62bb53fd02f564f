"""The writer: walks a frame and writes a page, drawing stories, names and words as it goes."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

from training.pages import tales
from training.pages.fill import fill
from training.pages.grammar import Node
from training.pages.kit import Kit, draw_settings
from training.pages.names import Names
from training.pages.sheet import Piece, Sheet
from training.pages.slots import SLOTS
from training.pages.stock import Story
from training.pages.tales import Tale

_STRAY = (
    *("share", "ad", "misc", "newsletter", "slogan", "membership", "skip", "account", "poll", "weather", "app", "tags"),
    *("more", "related_end", "comment_act", "editornote", "menu", "legal", "livelabel", "credit", "bread"),
)
OWNED = "tdbmocxrphl"
TEASING = "TXCM"


class Writer:
    """Writes one page."""

    def __init__(self, kit: Kit, dice: random.Random) -> None:
        self.kit, self.dice = kit, dice
        self.sheet = Sheet()
        self.settings = draw_settings(dice)
        day = date(1998, 1, 1) + timedelta(days=dice.randint(0, 10900))
        self.names = Names(dice, self.settings.lang, day, known=kit.outlets)
        self.settings.own = self.names.outlet()
        self.tale: Tale | None = None
        self.event: Tale | None = None
        self.small: Tale | None = None
        self.article, self.teaser = -1, -1
        self.open = False
        self.gap = False
        self.used: set[int] = set()
        self.chosen: dict[int, tuple[Node, ...]] = {}
        self.styles: dict[str, int] = {}
        self.kept: dict[str, str] = {}
        self.last_title = ""
        self.ahead: list[Tale] = []
        self.planned: Tale | None = None
        self.number, self.leaf = 0, 1

    def run(self, nodes: tuple[Node, ...]) -> None:
        """Walk the steps of a frame."""
        for node in nodes:
            if node.chance < 1 and self.dice.random() >= node.chance:
                continue
            self._step(node)

    def _step(self, node: Node) -> None:
        if node.kind in ("any", "one", "many", "use"):
            self._way(node)
        elif node.kind in ("plan", "listed", "each", "heads"):
            self._ahead(node)
        elif node.kind == "gap":
            self.gap = True
        elif node.kind == "story":
            self._new_story(node.text)
        elif node.kind == "tease":
            self.teaser += 1
            self.small = self._draw("")
        elif node.kind == "set":
            self._set(node.text)
        elif node.kind == "body":
            from training.pages.body import write_body

            write_body(self, node.text)
        else:
            self.line(node.kind, self.fill(node.text))

    def _way(self, node: Node) -> None:
        if node.kind == "any":
            self.run(self.dice.choice(node.ways))
        elif node.kind == "one":
            self.run(self._once(node))
        elif node.kind == "use":
            self.run(self.kit.parts[node.text])
        else:
            for _ in range(self._between(node.text)):
                self.run(self.dice.choice(node.ways))

    def _ahead(self, node: Node) -> None:
        """Draw stories ahead, list them, or take them in turn: `each` tells them, `heads` only prints their titles."""
        if node.kind == "plan":
            count, _, kind = node.text.partition(" ")
            self.ahead = [self._draw(kind) for _ in range(self._between(count))]
            return
        label, _, pattern = node.text.partition(" ")
        for number, tale in enumerate(self.ahead, start=1):
            self.number, self.planned = number, tale
            if node.kind == "listed":
                self.line(label, self.fill(pattern))
                continue
            if node.kind == "each":
                self.article += 1
                self.tale = tale
            self.run(self.dice.choice(node.ways))

    def turn_leaf(self) -> int:
        """Return the number of the page's next printed leaf."""
        self.leaf += 1
        return self.leaf

    def _once(self, node: Node) -> tuple[Node, ...]:
        """The way that this page takes at a step, chosen when it is first met."""
        if id(node) not in self.chosen:
            there = self.dice.random() < float(node.text or 1)
            self.chosen[id(node)] = self.dice.choice(node.ways) if there else ()
        return self.chosen[id(node)]

    def _between(self, words: str) -> int:
        low, _, high = words.partition("-")
        return self.dice.randint(int(low), int(high or low))

    def line(self, label: str, words: str, *, gap: bool | None = None) -> None:
        """Write one line; `<b>` inside it changes the label from there on."""
        glued = False
        for part_label, part in _parts(label, words):
            if not part:
                continue
            article = self.article if part_label in OWNED and self.tale is not None and self.article >= 0 else None
            teaser = self.teaser if part_label in TEASING else None
            told = self._dressed(part, part_label)
            gapped = self.gap if gap is None else gap
            self.sheet.pieces.append(Piece(told, part_label, article, teaser, gapped, glued))
            glued = True
        self.gap = False

    def _dressed(self, words: str, label: str) -> str:
        settings = self.settings
        if settings.quotes == "curly":
            words = _curly(words)
        elif settings.quotes == "straight":
            words = words.replace("“", '"').replace("”", '"').replace("’", "'").replace("‘", "'")
        if label == "t" and settings.case == "upper":
            return words.upper()
        return tales.title_case(words) if label in "tT" and settings.case == "title" else words

    def fill(self, pattern: str) -> str:
        """Return a pattern filled in."""
        return fill(pattern, self.dice, self._slot)

    def pick(self, section: str) -> str:
        """Return one of the page's own words, in its language where that has the section."""
        words = self.kit.words
        found = words[self.settings.lang].get(section) or words["en"][section]
        return self.dice.choice(found)

    def stray(self) -> str:
        """Return a line of the page's own that no frame foresees where it stands."""
        return self.fill("{w:" + self.dice.choice(_STRAY) + "}")

    def _draw(self, kind: str) -> Tale:
        fits = _KINDS.get(kind, _KINDS[""])
        for _ in range(40):
            number = self.dice.randrange(len(self.kit.stories))
            story = self.kit.stories[number]
            if number not in self.used and fits(story, self.dice):
                break
        self.used.add(number)
        names = self.names
        title = tales.make_title(story, self.dice)
        told, spare = tales.part_spare(story, self.dice)
        return Tale(told, names.person(), names.outlet(), names.place(), title, spare=spare)

    def _new_story(self, kind: str) -> None:
        self.article += 1
        if kind == "none":
            self.article -= 1
            self.tale = None
        elif kind == "entry":
            self.event = self.event or self._draw("long")
            if self.event.told >= len(self.event.story.sentences) - 1:
                self.event = self._draw("long")
            self.tale = self.event
            self.settings.minutes += self.settings.step + self.dice.randint(-6, 6)
        else:
            self.tale = self._draw(kind)

    def _set(self, text: str) -> None:
        key, _, value = text.partition(" ")
        value = self.fill(value)
        looks, settings = self.settings.looks, self.settings
        if key == "lang":
            settings.lang = value
            self.names = Names(self.dice, value, self.names.day, known=self.kit.outlets)
            settings.own = self.names.outlet()
        elif key == "own":
            settings.own = value
        elif key in ("gaps", "bullet", "menu", "indent"):
            setattr(looks, key, value.replace("_", " ").replace("^", "\n"))
        elif key in ("paragraphs", "under", "hashes"):
            setattr(looks, key, value == "yes")
        elif key == "wrap":
            looks.wrap = int(value)
        elif key in ("minutes", "step"):
            setattr(settings, key, int(value))
        elif key in ("case", "quotes"):
            setattr(settings, key, "" if value == "none" else value)
        elif key == "tight":
            settings.tight = value == "yes"
        elif key in ("clock", "date"):
            setattr(self.names, f"{key}_form", value.replace("<", "{").replace(">", "}"))
        else:
            raise KeyError(text)

    def _slot(self, name: str, argument: str) -> str:
        if name == "w":
            return self.pick(argument)
        if name == "k":  # kept: the same words wherever the page has them
            if argument not in self.kept:
                self.kept[argument] = self.fill("{" + argument + "}" if argument in SLOTS else "{w:" + argument + "}")
            return self.kept[argument]
        drawn = SLOTS.get(name)
        if drawn is None:
            raise KeyError(f"no slot {name}")
        return drawn(self)

    @property
    def told(self) -> Tale:
        """The story at hand; one that is drawn for the page's own words where there is none."""
        return self.tale or self.event or self.small or self._draw("")

    @property
    def teased(self) -> Tale:
        """The teaser's story."""
        if self.small is None:
            self.small = self._draw("")
        return self.small


def _parts(label: str, words: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for number, part in enumerate(words.split("<")):
        if number and len(part) > 1 and part[1] == ">" and part[0] in OWNED + TEASING + "f":
            found.append((part[0], part[2:]))
        elif number:
            found[-1] = (found[-1][0], f"{found[-1][1]}<{part}")
        else:
            found.append((label, part))
    return found


def _curly(words: str) -> str:
    out: list[str] = []
    for at, sign in enumerate(words):
        opens = at == 0 or words[at - 1] in " (\u2014[“\"'"
        if sign == '"':
            out.append("“" if opens else "”")
        elif sign == "'":
            out.append("‘" if opens else "’")
        else:
            out.append(sign)
    return "".join(out)


_KINDS: dict[str, Callable[[Story, random.Random], bool]] = {
    "": lambda story, dice: story.genre == "news" or (story.genre in _ODD and dice.random() < 0.2),
    "long": lambda story, dice: len(story.sentences) >= 14 and (story.genre != "fiction" or dice.random() < 0.1),
    "news": lambda story, dice: story.genre == "news",
    "full": lambda story, dice: story.genre == "news" and len(story.sentences) >= 8,
    "blog": lambda story, dice: story.genre != "news" or dice.random() < 0.3,
    "interview": lambda story, dice: story.genre == "interview",
    "travel": lambda story, dice: story.genre in ("voyage", "bio"),
}
_ODD = ("bio", "voyage", "interview", "weblog", "fiction")
