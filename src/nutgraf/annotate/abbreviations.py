"""Words with a full stop that does not, or need not, end a sentence; our own list for English news."""

from __future__ import annotations

NEVER_LAST = frozenset(
    """
    mr mrs ms messrs mx dr prof gen lt col sgt capt cmdr cdr maj brig adm sen sens rep reps gov govs pres rev hon st ste
    mt ft msgr fr supt insp det cpl pvt pfc atty vs v eg e.g ie i.e cf approx ca viz al dept asst assoc spc sfc ssgt
    amb dir ald cllr pte wm geo chas jos thos op ed eds vol fig figs pp p sec art ch para nr inv
    lt.col lt.gen maj.gen brig.gen lt.gov r.adm v.adm
    """.split()
)
"""Titles and the like: something always follows them."""

BEFORE_NUMBER = frozenset("no nos jan feb mar apr jun jul aug sept sep oct nov dec tel ext".split())
"""Short forms when a number follows, sentence ends otherwise unless the next word goes on with a name."""

MAYBE_LAST = frozenset(
    """
    inc ltd corp co cos bros jr sr etc esq plc llc llp s.a n.v s.p.a ph.d m.d b.a m.a j.d ll.b m.b.a d.phil r.n
    a.m p.m u.s u.k u.n e.u d.c u.s.a u.a.e u.s.s.r l.a n.y n.j n.c s.c n.d s.d n.h n.m r.i w.va b.c a.d b.c.e c.e
    ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nev okla ore
    pa penn tenn tex va vt wash wis wyo ont que alta sask man
    ave blvd rd hwy sq apt est min max avg dist univ natl intl
    mon tue tues wed thu thur thurs fri sat sun
    """.split()
)
"""Short forms that stand inside a sentence as well as at its end."""

STARTERS = frozenset(
    """
    the a an this that these those he she it they we you i his her its their our my your there here but and or so yet
    in on at by for from with without after before during since until under over about as if when while where because
    although though however meanwhile still then now also even both all some many most several no not what who why how
    according analysts officials police authorities residents critics experts according instead earlier later last next
    once asked despite following among another each every few only one two three more additionally moreover
    """.split()
)
"""Words that begin a sentence far more often than they go on with a name."""
