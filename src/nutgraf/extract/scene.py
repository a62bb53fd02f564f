"""What the search for an article's own byline and times looks at."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.extract.day_forms import UNTOLD, Order
from nutgraf.extract.lines import Line
from nutgraf.extract.signposts import Signpost
from nutgraf.extract.site_names import SiteNames
from nutgraf.extract.title_zone import Zone
from nutgraf.extract.tokens import Token


@dataclass(frozen=True, slots=True)
class Scene:
    """A page, or the stretch of one of several texts on it: lines and signposts, where its title is, whose site it is.

    `order` is how dates in digits are read; `scripts` are the raw elements of a whole page, whose data and only printed
    date tell as well, nothing for one of several texts.
    """

    source: str
    lines: list[Line]
    posts: list[Signpost]
    zone: Zone
    site: SiteNames
    address: str | None = None
    order: Order = UNTOLD
    scripts: tuple[Token, ...] | None = None
