"""The shipped table of outlets: it holds what was written by hand, nothing twice, and opens fast."""

import gzip
import time
from collections import Counter
from importlib import resources
from pathlib import Path

import pytest

from nutgraf.models.domains import bare_domain, is_suffix
from nutgraf.models.outlets import find_outlet, outlet_of_domain
from nutgraf.models.registry import OutletKind
from nutgraf.text import fold

TRAINING = Path(__file__).parents[2] / "training"
PACKED = resources.files("nutgraf.models").joinpath("tables/outlets.tsv.gz").read_bytes()
ROWS = [line.split("\t") for line in gzip.decompress(PACKED).decode("utf-8").splitlines() if line[0] != "#"]
KEYS, DOMAINS, NAME, ALIASES, COUNTRY, FAMILY, KIND, LANGUAGE, SOURCE = range(9)


def lines(name):
    text = (TRAINING / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def test_every_row_written_by_hand_is_in_the_table():
    shipped = {(row[NAME], row[DOMAINS], row[COUNTRY], row[LANGUAGE], row[KIND], row[SOURCE]) for row in ROWS}
    assert {(name, *rest) for name, _, *rest in lines("outlets.tsv")} <= shipped


def test_every_family_written_by_hand_is_in_the_table():
    wrong = [
        domain
        for family, domains in lines("outlet_families.tsv")
        for domain in domains.split("|")
        if outlet_of_domain(domain).family != family
    ]
    assert wrong == []


def test_an_outlet_without_an_owner_is_a_family_of_its_own():
    assert all(outlet_of_domain(row[DOMAINS].split("|")[0]).family == (row[FAMILY] or row[NAME]) for row in ROWS)


@pytest.mark.parametrize(
    "claims",
    [
        [fold(row[NAME]) for row in ROWS],
        [key for row in ROWS for key in row[KEYS].split("|") if key],
        [domain for row in ROWS for domain in row[DOMAINS].split("|")],
    ],
    ids=["names", "keys", "domains"],
)
def test_nothing_is_claimed_twice(claims):
    assert [claim for claim, count in Counter(claims).items() if count > 1] == []


def test_every_domain_is_one_and_somebodys_own():
    domains = [domain for row in ROWS for domain in row[DOMAINS].split("|")]
    assert [domain for domain in domains if bare_domain(domain) != domain or is_suffix(domain)] == []


def test_every_row_tells_its_kind_and_its_source():
    assert {row[KIND] for row in ROWS} == set(OutletKind)
    assert {row[SOURCE].split()[0] for row in ROWS} == {"hand", "kite_outlets", "fundus_publishers"}
    assert all(row[KIND] for row in ROWS if row[SOURCE].startswith("hand"))


@pytest.mark.parametrize(
    "name",
    "Reuters;AP;AFP;dpa;Xinhua;EFE;ANSA;Kyodo;UPI;PTI;ANI;IANS;TASS;Interfax;Anadolu;Yonhap;Bernama;Ukrinform;Belga;ANP;"
    "APA;Keystone-SDA;Ritzau;NTB;TT;STT;PAP;CTK;MTI;Agerpres;BTA;Tanjug;Hina;Slovenian Press Agency;Lusa;Europa Press;"
    "Canadian Press;PA Media;AAP;NAN;SAPA;Central News Agency".split(";"),
)
def test_news_agencies_are_known_as_such(name):
    assert find_outlet(name).agency


@pytest.mark.parametrize(
    "domain",
    "yahoo.com msn.com news.google.com newsbreak.com smartnews.com apple.news flipboard.com kite.kagi.com".split(),
)
def test_aggregators_are_known_as_such(domain):
    outlet = outlet_of_domain(domain)
    assert outlet.aggregator
    assert not outlet.agency


def test_the_table_opens_fast():
    from nutgraf.models.registry import _shipped

    seconds = []
    for _ in range(5):
        start = time.process_time()
        _shipped.__wrapped__()
        seconds.append(time.process_time() - start)
    assert min(seconds) < 0.03
