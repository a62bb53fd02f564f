"""A story of three accounts, compared and told."""

import pytest

from nutgraf.brief.story import brief_story
from nutgraf.records.story import Membership, Story

TEXTS = (
    "The bridge at Korsund collapsed before dawn on March 2, killing 14 people, police said. It is not clear why "
    "the bridge fell. “We will rebuild it,” Harbour Minister Ilse Brandt said in Bergen.",
    "At least 14 people died when the Korsund bridge collapsed into the river, police said on Monday. Ilse Brandt "
    "spoke in Bergen because the families had asked her to come.",
    "The Korsund bridge collapsed before dawn and killed 14 people. Shops in the town stayed shut. The company "
    "declined to say when the bridge was last inspected.",
)


def told_of(accounts, comparison):
    members = tuple(Membership(a.article.id, a.article.version, "test") for a in accounts)
    return brief_story(Story("story", (), members, (), "test"), accounts, comparison)


@pytest.fixture(scope="session")
def tell(compare):
    return lambda accounts: told_of(accounts, compare(accounts))


@pytest.fixture(scope="session")
def accounts(make_accounts):
    return make_accounts(*TEXTS)


@pytest.fixture(scope="session")
def comparison(accounts, compare):
    return compare(accounts)


@pytest.fixture(scope="session")
def brief(tell, accounts):
    return tell(accounts)
