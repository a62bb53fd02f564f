"""Articles for the copy finder's tests: invented events, people and outlets."""

from collections.abc import Callable

import pytest

from nutgraf.records.article import Article, ArticleKind, Aside, Published, Role, Sure

BRIDGE = (
    "The Tarn footbridge in Lower Marsh was closed on Monday after divers found a crack in its western pier. "
    "Engineers of the river board had been called when a canoeist saw pieces of stone fall into the water. "
    "“We will not open it before we know what holds it up,” said Ada Quill, who heads the board. "
    "The bridge carries about four thousand people a day between the station and the old market. "
    "A ferry will run every ten minutes from Tuesday until the pier has been looked at from inside. "
    "The town council set aside two million crowns for repairs last winter, but spent none of it. "
    "Market traders say that their takings have halved since the barriers went up. "
    "A first report on the pier is due at the end of the month."
)
HARBOUR = (
    "Dock workers in Port Ellery voted on Sunday to walk out for three days over night shifts. "
    "The vote was carried by nine in ten of those present, a spokesman for the dockers' league said. "
    "Grain ships already waiting in the bay may be sent on to other harbours along the coast. "
    "The port company called the decision reckless and asked for talks under a mediator. "
    "No vessel has been turned back so far, the harbour master told the evening radio."
)
QUOTE = (
    "“This valley has waited for a railway for sixty years and it will not wait another sixty while clerks in the "
    "capital count their pencils, and I tell you that the first train will run before the snow comes back”"
)


@pytest.fixture(scope="session")
def bridge() -> str:
    return BRIDGE


@pytest.fixture(scope="session")
def harbour() -> str:
    return HARBOUR


@pytest.fixture(scope="session")
def quote() -> str:
    return QUOTE


def article_of(key: str, text: str, **told: object) -> Article:
    """Write an article: id and text, then what the page tells of it."""
    when, sure = told.get("published"), told.get("sure", Sure.SURE)
    reprint = told.get("reprint")
    return Article(
        id=key,
        version=f"v-{key}",
        page=f"p-{key}",
        place=0,
        kind=told.get("kind", ArticleKind.ARTICLE),
        address=None,
        path=None,
        title=told.get("title"),
        byline=None,
        dateline=None,
        carrier=told.get("carrier"),
        origin=told.get("origin"),
        published=Published(when, "by hand", sure),
        language="en",
        text=text,
        blocks=(),
        anchors=(),
        asides=(Aside(Role.REPRINT, reprint, 0, 0),) if reprint else (),
        completeness=1.0,
        partial=None,
        made_by="test",
    )


@pytest.fixture(scope="session")
def write() -> Callable[..., Article]:
    """Write an article: id and text, then what the page tells of it."""
    return article_of
