"""Whose page an address is, seen through archives, caches, translators and link guards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.models.domains import bare_domain
from nutgraf.models.publishers import publisher_domain

PLAIN = [
    ("https://www.portvell.example/news/ferry.html", "portvell.example"),
    ("http://News.PortVell.Example:8080/x?y#z", "news.portvell.example"),
    ("https://news.portvell.co.uk/", "news.portvell.co.uk"),
    ("https://reader:word@portvell.example/", "portvell.example"),
    ("//portvell.example/x", "portvell.example"),
    ("www.portvell.example/x", "portvell.example"),
    ("https://portvell.example./x", "portvell.example"),
    ("https://mülhafen.example/x", "xn--mlhafen-n2a.example"),
    ("file:///home/mara/portvell.example/page.html", ""),
    ("page.html", ""),
    ("https://127.0.0.1/x", ""),
    ("https://localhost/x", ""),
    ("http://[::1", ""),
    ("", ""),
]
SHOWN_BY_OTHERS = [
    ("https://web.archive.org/web/20310503120000/https://www.portvell.example/x", "portvell.example"),
    ("https://web.archive.org/web/2031id_/http://news.portvell.co.uk:80/x", "news.portvell.co.uk"),
    ("https://web.archive.org/web/2031*/https:/portvell.example", "portvell.example"),
    ("https://web.archive.org/web/20310503/www.portvell.example/x", "portvell.example"),
    ("https://archive.ph/2031.05.03-120000/https://portvell.example/y", "portvell.example"),
    ("https://archive.ph/AbCdE", "archive.ph"),
    ("https://web.archive.org/", "web.archive.org"),
    ("https://www-portvell-example.cdn.ampproject.org/c/s/www.portvell.example/amp/x", "portvell.example"),
    ("https://www-portvell-example.cdn.ampproject.org/", "portvell.example"),
    ("https://cdn.ampproject.org/v/s/portvell.example/x", "portvell.example"),
    ("https://port--vell-co-uk.translate.goog/x?_x_tr_sl=auto", "port-vell.co.uk"),
    ("https://www.google.com/amp/s/www.portvell.example/x", "portvell.example"),
    ("https://www.google.co.uk/url?q=https://portvell.example/", "portvell.example"),
    (
        "https://webcache.googleusercontent.com/search?q=cache:AbC12:https://portvell.example/x+ferry",
        "portvell.example",
    ),
    ("https://webcache.googleusercontent.com/search?q=cache:portvell.example/x", "portvell.example"),
    ("https://translate.google.com/translate?sl=no&u=https%3A%2F%2Fportvell.example%2F", "portvell.example"),
    ("https://news.google.com/rss/articles/CBMi", "news.google.com"),
    (
        "https://nam01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fportvell.example%2Fa&data=5",
        "portvell.example",
    ),
    ("https://urldefense.com/v3/__https://portvell.example/x__;!!Kq", "portvell.example"),
    ("https://web.archive.org/web/2031/https://port-vell-example.translate.goog/x", "port.vell.example"),
]


@pytest.mark.parametrize(("address", "expected"), PLAIN + SHOWN_BY_OTHERS)
def test_publisher_domain(address, expected):
    assert publisher_domain(address) == expected


def test_an_endless_chain_of_archives_ends():
    assert publisher_domain("https://web.archive.org/web/2031/" * 50) == "web.archive.org"


HOSTS = st.sampled_from(
    sorted({publisher_domain(address) for address, _ in PLAIN + SHOWN_BY_OTHERS} | {"web.archive.org"})
)


@given(
    st.one_of(
        st.text(),
        st.builds("https://{}/{}".format, HOSTS, st.text()),
        st.builds("https://web.archive.org/web/{}".format, st.text()),
        st.builds("https://{}.translate.goog/".format, st.text()),
        st.builds("https://www.google.com/url?q={}".format, st.text()),
        st.builds("http://{}".format, st.text(alphabet="[]@:/?#%\\.-a")),
    )
)
def test_any_string_has_an_answer(address):
    domain = publisher_domain(address)
    assert domain == bare_domain(domain)
