"""Domains: what is one, what lies above it, and where anybody may register below it."""

from __future__ import annotations

import re

_HOST = re.compile(r"(?=.{4,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})")
_SECOND_LEVEL = frozenset("ac co com edu go gob gouv gov mil ne net or org".split())
"""Words that stand before a country's two letters where names are given out below them ("co.uk", "com.au", "or.jp")."""
_FURTHER = frozenset(
    "ltd.uk me.uk nhs.uk plc.uk police.uk sch.uk asn.au id.au govt.nz gen.nz geek.nz kiwi.nz maori.nz school.nz"
    " law.za nom.za web.za ad.jp ed.jp gr.jp lg.jp pe.kr re.kr firm.in gen.in ind.in nic.in res.in art.br blog.br"
    " inf.br jor.br tv.br gv.at biz.pl info.pl waw.pl in.ua kiev.ua kyiv.ua lviv.ua od.ua bel.tr gen.tr tv.tr web.tr"
    " gub.uy biz.id my.id sch.id web.id idv.tw idv.hk muni.il k12.il asso.fr nom.fr info.hu press.ma".split()
)
_NO_SUFFIX = frozenset("net.hr".split())
"""Names that look like a suffix and are somebody's."""
_SHARED = frozenset(
    "blogspot.com wordpress.com substack.com github.io gitlab.io netlify.app vercel.app pages.dev web.app herokuapp.com"
    " tumblr.com typepad.com livejournal.com wixsite.com weebly.com squarespace.com ghost.io beehiiv.com medium.com"
    " over-blog.com canalblog.com altervista.org jimdofree.com webflow.io".split()
)
"""Hosts on which anybody publishes under a name of their own: the name below is the publisher, never the host."""


def bare_domain(words: str) -> str:
    """Return a host name in its plain form (small, no "www.", foreign letters as `xn--`), or "" where it is none."""
    name = words.strip().rstrip(".").casefold()
    if not name.isascii():
        try:
            name = name.encode("idna").decode("ascii")
        except UnicodeError:
            return ""
    name = name.removeprefix("www.")
    return name if _HOST.fullmatch(name) else ""


def is_suffix(domain: str) -> bool:
    """Tell whether names are given out below this domain ("uk", "co.uk", "blogspot.com"): it is nobody's own."""
    second, _, country = domain.rpartition(".")
    if not second or domain in _FURTHER or domain in _SHARED:
        return True
    return len(country) == 2 and second in _SECOND_LEVEL and domain not in _NO_SUFFIX
