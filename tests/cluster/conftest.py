"""Twenty-three short invented articles on eight events, among them events that look alike, with names given by hand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from nutgraf.cluster.memory import MemoryShelf
from nutgraf.cluster.profiles import profile_accounts
from nutgraf.cluster.shelf import Core, Text, Tie
from nutgraf.cluster.stumps import SHORT
from nutgraf.records.annotation import Account, Annotation, Entity, EntityKind, Mention
from nutgraf.records.article import Article, ArticleKind, Published, Sure
from nutgraf.records.profile import Profile
from nutgraf.text import fold

PERSON, PLACE, ORGANISATION = EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION
NAMES = {
    "Ilse Marrow": PERSON, "Marrow": PERSON, "Tomas Vell": PERSON, "Vell": PERSON, "Odile Brandt": PERSON,
    "Brandt": PERSON, "Kofi Anders": PERSON, "Anders": PERSON, "Ruben Salt": PERSON, "Salt": PERSON,
    "Queen Oda": PERSON, "Pavel Dorn": PERSON, "Dorn": PERSON, "Lumen": PLACE, "Castrel": PLACE, "Veyra": PLACE,
    "Norland": PLACE, "Sudania Coast": PLACE, "Tarnmouth": PLACE, "Olsk": PLACE, "Port Ellery": PLACE,
    "Graymoor": PLACE, "Weather Office": ORGANISATION, "River Board": ORGANISATION, "Helio Works": ORGANISATION,
    "Fairness Party": ORGANISATION, "Dockers League": ORGANISATION,
}  # fmt: skip

STORIES = {
    "summit-veyra": {
        "a1": (
            "Marrow to meet Vell on Veyra island",
            "President Ilse Marrow of Norland will meet Chancellor Tomas Vell of Castrel on the island of Veyra "
            "on Thursday to talk about the fishing war. The summit in Veyra is to last one day. Norland wants "
            "Castrel to pull its patrol boats back from the herring banks. Vell has said that he will bring a "
            "map.",
        ),
        "a2": (
            "Herring banks on the table as leaders head for Veyra",
            "Ahead of the Veyra summit, Chancellor Tomas Vell of Castrel said his patrol boats would stay on the "
            "herring banks. Ilse Marrow, president of Norland, is expected to offer a shared fishing zone. The "
            "two leaders have not spoken since the sinking of a trawler last winter.",
        ),
        "a3": (
            "No deal on herring at Veyra",
            "The Veyra summit ended without a deal on Thursday night. President Ilse Marrow of Norland left the "
            "island after six hours of talks with Tomas Vell. Castrel keeps its patrol boats on the herring "
            "banks, and Norland its ban on Castrel fish.",
        ),
        "a4": (
            "Norland fishermen angry after talks fail",
            "Fishermen in Norland spoke of betrayal after the summit with Castrel yielded nothing. Marrow and "
            "Vell had met on Veyra on Thursday over the herring banks. The fishing war goes on, and the patrol "
            "boats stay.",
        ),
    },
    "summit-lumen": {
        "b1": (
            "Climate summit opens in Lumen",
            "Forty heads of state opened a climate summit in Lumen on Monday. Odile Brandt, who chairs the talks, "
            "asked the rich countries for money for sea walls. President Ilse Marrow of Norland sent a minister. "
            "The summit is to end on Friday with a pledge on coal.",
        ),
        "b2": (
            "Brandt asks for sea wall money at Lumen climate talks",
            "At the climate summit in Lumen the chair, Odile Brandt, put a fund for sea walls before the forty "
            "heads of state. Small islands say that they drown while others burn coal. A pledge on coal is "
            "expected by Friday.",
        ),
        "b3": (
            "Islands threaten to walk out of Lumen",
            "Small islands may walk out of the climate summit in Lumen if the pledge on coal is watered down. "
            "Odile Brandt said that the sea wall fund was still on the table. Forty heads of state have come to "
            "the talks.",
        ),
    },
    "flood-tarnmouth": {
        "c1": (
            "Tarnmouth under water after night of rain",
            "The river Tarn burst its banks in Tarnmouth on Saturday and drowned two people in a caravan park. "
            "Rescue boats took three hundred people from roofs. The River Board had closed the old sluice a week "
            "before for repairs. The Weather Office said that a month of rain fell in one night.",
        ),
        "c2": (
            "Two drowned in caravan park flood",
            "Two people drowned when the Tarn flooded a caravan park in Tarnmouth. Three hundred were taken from "
            "roofs by boat. Neighbours ask why the River Board had the sluice closed for repairs.",
        ),
        "c3": (
            "Sluice was shut before Tarnmouth flood, River Board admits",
            "The River Board has admitted that the sluice at Tarnmouth was shut for repairs when the Tarn burst "
            "its banks. Two people died in the caravan park. An inquiry into the flood will begin this week.",
        ),
    },
    "flood-olsk": {
        "d1": (
            "Dam break floods Olsk",
            "A mining dam broke above Olsk on Sunday and sent red mud through the town. Eleven miners are "
            "missing. The mine belongs to Helio Works, which had been warned of cracks in the dam. Rescue boats "
            "cannot work in the mud.",
        ),
        "d2": (
            "Red mud in the streets of Olsk, miners missing",
            "Red mud from a broken mining dam stands two metres deep in the streets of Olsk. Eleven miners have "
            "not been found. Helio Works said that it knew of no cracks in the dam.",
        ),
        "d3": (
            "Helio Works chief goes after Olsk mud flood",
            "The head of Helio Works has resigned three days after the dam above Olsk broke. An engineer had "
            "warned the mine of cracks. The search for eleven miners in the red mud goes on.",
        ),
    },
    "salt-trial": {
        "e1": (
            "Salt in court over forged stamps",
            "Ruben Salt, the leader of the Fairness Party, stood before a court in Graymoor on Tuesday over "
            "forged tax stamps. The prosecutor says that he sold the stamps to cigarette makers. Salt called the "
            "charge an invention. The printer of the stamps is to be heard next week.",
        ),
        "e2": (
            "Printer names Salt in stamp trial",
            "The printer of the forged tax stamps told the court in Graymoor that Ruben Salt had ordered them "
            "himself. The leader of the Fairness Party denies it. Cigarette makers paid two million for the "
            "stamps, the prosecutor said.",
        ),
    },
    "salt-debate": {
        "f1": (
            "Salt promises free trains in television debate",
            "Ruben Salt promised free trains for pensioners in the first television debate before the election. "
            "Kofi Anders, the prime minister, called it a fairy tale and spoke of taxes. Viewers found Anders the "
            "winner of the debate, a poll says.",
        ),
        "f2": (
            "Anders wins first debate, viewers say",
            "Viewers saw Prime Minister Kofi Anders as the winner of the first television debate. His rival Ruben "
            "Salt of the Fairness Party had promised pensioners free trains. The election is in three weeks.",
        ),
    },
    "dock-strike": {
        "g1": (
            "Dockers in Port Ellery walk out over night shifts",
            "Dock workers in Port Ellery stopped work on Sunday for three days over night shifts. Grain ships "
            "wait in the bay. The Dockers League wants double pay after ten in the evening. The port company "
            "offers talks under a mediator.",
        ),
        "g2": (
            "Grain ships wait as Port Ellery stands still",
            "Thirty grain ships lie in the bay of Port Ellery because the Dockers League has walked out over pay "
            "for night shifts. The port company has asked for a mediator. Bakers fear for their flour.",
        ),
        "g3": (
            "Port Ellery: mediator named",
            "Pavel Dorn, a retired judge, will mediate between the Dockers League and the port company in Port "
            "Ellery. The walkout over night shifts has held up thirty grain ships in the bay.",
        ),
    },
    "coronation": {
        "h1": (
            "Queen Oda crowned in the rain",
            "Queen Oda was crowned in the cathedral of Graymoor on Sunday. Rain fell on the golden coach. A "
            "hundred thousand people lined the streets, the police said, and seven fainted.",
        ),
        "h2": (
            "A hundred thousand see the golden coach",
            "In spite of the rain a hundred thousand people came to Graymoor to see Queen Oda in her golden coach "
            "on the way to the cathedral, where she was crowned.",
        ),
    },
}  # fmt: skip


def _write(key: str, title: str | None, text: str, when: str | None = None) -> Account:
    article = Article(
        id=key,
        version=f"v-{key}",
        page=f"p-{key}",
        place=0,
        kind=ArticleKind.ARTICLE,
        address=None,
        path=None,
        title=title,
        byline=None,
        dateline=None,
        carrier=f"Paper {key}",
        origin=None,
        published=Published(when, "by hand", Sure.SURE if when else Sure.UNSURE),
        language="en",
        text=text,
        blocks=(),
        anchors=(),
        asides=(),
        completeness=1.0,
        partial=None,
        made_by="test",
    )
    found = {name: kind for name, kind in NAMES.items() if name in text}
    keys = {name: f"{kind}:{fold(name)}" for name, kind in found.items()}
    entities = tuple(
        Entity(keys[name], kind, name, (name,), "", "", None) for name, kind in sorted(found.items(), key=str)
    )
    mentions = tuple(
        Mention(text.index(name), text.index(name) + len(name), kind, keys[name], True)
        for name, kind in sorted(found.items(), key=lambda pair: text.index(pair[0]))
    )
    return Account(article, Annotation(key, f"v-{key}", (), entities, mentions, (), (), (), (), "test"))


def _without_names(account: Account) -> Account:
    return replace(account, annotation=replace(account.annotation, entities=(), mentions=()))


@pytest.fixture(scope="session")
def write() -> Callable[..., Account]:
    """Write an account: id, title, text, and when it was published."""
    return _write


@pytest.fixture(scope="session")
def events() -> dict[str, tuple[str, ...]]:
    """Return the ids of each event's articles."""
    return {event: tuple(articles) for event, articles in STORIES.items()}


@pytest.fixture(scope="session")
def accounts() -> list[Account]:
    """Return every account."""
    return [_write(key, *told) for articles in STORIES.values() for key, told in articles.items()]


@pytest.fixture(scope="session")
def nameless(accounts: list[Account]) -> list[Account]:
    """Return every account as if nothing had been annotated."""
    return [_without_names(account) for account in accounts]


def _profile(article: str, **parts: Any) -> Profile:
    bare = Profile("en", None, (), None, (), (), (), article, "v", {}, {}, {}, {}, {}, {}, b"", size=100)
    return replace(bare, **parts)


def _shelve(
    profiles: Sequence[Profile], ties: Mapping[str, int] | None = None, cores: Sequence[str] = ()
) -> MemoryShelf:
    shelf = MemoryShelf(profiles)
    shelf.put_texts(Text(each.article, (each.article,), each.article, (), (), each.size < SHORT) for each in profiles)
    for pair, whole in (ties or {}).items():
        one, two = pair.split()
        shelf.put_ties({one: [Tie(two, whole, whole)]})
    for keys in cores:
        core = sorted(keys.split())
        shelf.put_cores([Core(core[0], tuple((key,) for key in core))])
    return shelf


@pytest.fixture(scope="session")
def profiles(accounts: list[Account]) -> dict[str, Profile]:
    """Return every account's profile by the article's id."""
    return {each.article: each for each in profile_accounts(accounts)}


@pytest.fixture(scope="session")
def profile() -> Callable[..., Profile]:
    """Make a profile by hand: undated English of a hundred stems that has nothing, but for what is given by name."""
    return _profile


@pytest.fixture(scope="session")
def shelve() -> Callable[..., MemoryShelf]:
    """Put profiles on a shelf, each as a text of its own, with {"one two": likeness} and cores such as "one two"."""
    return _shelve
