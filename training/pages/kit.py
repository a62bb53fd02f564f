"""What pages are made of, what one page keeps from end to end, and a finished page."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from training.pages.grammar import Node
from training.pages.sheet import Looks, Mark
from training.pages.stock import Story


@dataclass(frozen=True, slots=True)
class Kit:
    """All that pages are made of."""

    stories: tuple[Story, ...]
    talk: tuple[str, ...]
    parts: dict[str, tuple[Node, ...]]
    words: dict[str, dict[str, tuple[str, ...]]]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A finished page: its text, and what each stretch of it is."""

    name: str
    text: str
    marks: tuple[Mark, ...]


@dataclass(slots=True)
class Settings:
    """What a page keeps from end to end."""

    lang: str = "en"
    own: str = ""
    case: str = ""
    quotes: str = ""
    tight: bool = False
    minutes: int = 720
    step: int = -13
    looks: Looks = field(default_factory=Looks)


def draw_settings(dice: random.Random) -> Settings:
    """Return the looks of a page, drawn by chance."""
    settings = Settings()
    settings.case = dice.choice(("", "", "", "title", "title", "upper" if dice.random() < 0.1 else ""))
    settings.quotes = dice.choice(("", "", "curly", "curly", "straight"))
    looks = settings.looks
    looks.gaps = dice.choice(("written", "written", "written", "none", "none", "all"))
    looks.paragraphs = dice.random() < 0.5
    looks.bullet = dice.choice(("- ", "• ", "• ", "* ", "-\n", "-\n", "– ", "", "  • ", "·  ", "▪ "))
    looks.menu = dice.choice(("* ", "• ", "- ")) if dice.random() < 0.08 else ""
    return settings
