"""Outlets by name, alias and domain, and names that look like an outlet's."""

import pytest

from nutgraf.models.outlets import find_outlet, merged_papers, outlet_like, outlet_of_address, outlet_of_domain


@pytest.mark.parametrize(
    ("words", "name", "agency"),
    [
        ("AP", "Associated Press", True),
        ("the Associated Press", "Associated Press", True),
        ("BBC News", "BBC", False),
        ("Reuters", "Reuters", True),
        ("New York Times", "The New York Times", False),
        ("REUTERS", "Reuters", True),
        ("Mediapart", "Mediapart", False),
    ],
)
def test_find_outlet(words, name, agency):
    outlet = find_outlet(words)
    assert outlet is not None
    assert (outlet.name, outlet.agency) == (name, agency)


def test_an_unknown_outlet_is_none():
    assert find_outlet("Port Vell Courier") is None
    assert find_outlet("app") is None
    assert find_outlet("") is None
    assert outlet_of_domain("portvell.example") is None
    assert outlet_of_domain("") is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Verge", "The Verge"),
        ("The Verge’s", "The Verge"),
        ("The verge", None),
        ("the Verge", None),
        ("Verge", None),
        ("The Hindu", "The Hindu"),
        ("Hindu", None),
        ("Time", None),
        ("TIME", "TIME"),
        ("Forbes", None),
        ("Forbes magazine", "Forbes"),
    ],
)
def test_a_name_that_is_a_common_word_needs_more(words, name):
    outlet = find_outlet(words)
    assert (outlet.name if outlet else None) == name


@pytest.mark.parametrize(
    ("domain", "name"),
    [("www.bbc.co.uk", "BBC"), ("edition.cnn.com", "CNN"), ("sport.bbc.com", "BBC"), ("mediapart.fr", "Mediapart")],
)
def test_outlet_of_domain(domain, name):
    outlet = outlet_of_domain(domain)
    assert outlet is not None
    assert outlet.name == name


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://edition.cnn.com/a/b", "CNN"),
        ("https://web.archive.org/web/20310503/https://www.bbc.co.uk/news/1", "BBC"),
        ("https://www-lemonde-fr.translate.goog/x", "Le Monde"),
        ("https://news.portvell.co.uk/", None),
        ("page.html", None),
    ],
)
def test_outlet_of_address(address, name):
    outlet = outlet_of_address(address)
    assert (outlet.name if outlet else None) == name


def test_outlets_of_one_name_are_told_apart():
    glasgow, harare = outlet_of_domain("heraldscotland.com"), outlet_of_domain("herald.co.zw")
    assert (glasgow.name, harare.name) == ("The Herald (Glasgow)", "The Herald (Zimbabwe)")
    assert find_outlet("The Herald") is None


def test_a_family_is_the_owner_or_the_outlet_itself():
    owned, alone = find_outlet("The Times"), find_outlet("Le Monde")
    assert owned is not None
    assert alone is not None
    assert (owned.family, alone.family) == ("News Corp", "Le Monde")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Port Vell Courier", True),
        ("the Halden Times", True),
        ("Radio Norland", True),
        ("Halden TV", True),
        ("Norland Press Agency", True),
        ("The Ledger", True),
        ("vellnews.com", True),
        ("Times Square", False),
        ("Post Office", False),
        ("port vell courier", False),
        ("Lena Marsh", False),
        ("Mail", False),
        ("", False),
    ],
)
def test_outlet_like(words, expected):
    assert outlet_like(words) is expected


def test_two_papers_in_one_name():
    assert merged_papers("Belmont Ledger-Star")
    assert not merged_papers("Anna Bell-Star")
    assert not merged_papers("The Belmont Ledger")
    assert not merged_papers("")
    assert not merged_papers("\u0301")
