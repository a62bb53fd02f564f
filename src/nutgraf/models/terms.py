"""Content words as stems, and how much a stem tells: fixed background weights that ship with the program.

The weights never come from the user's articles, so the same two texts are as much alike today as after ten thousand
more (any arrival order gives the same stories). `training/background.py` made the table.
"""

from __future__ import annotations

import gzip
import math
import re
from functools import cache, lru_cache
from importlib import resources

import snowballstemmer

from nutgraf.text import fold, words

UNKNOWN_ARTICLES = 2
"""In how many background articles a stem that is not in the table is taken to stand (the table begins at five)."""

_STOPPED = """
a about above according across after again against ago all almost along already also although always am amid among
an and another any anyone anything are aren't around as ask asked at away back be became because become been before
began behind being below between both but by called came can can't cannot come could couldn't did didn't do does
doesn't doing don't done down during each either else enough especially etc even ever every everyone everything far
few first for former four from further gave get give given go goes going gone got had hadn't has hasn't have haven't
having he he'd he'll he's hence her here hers herself him himself his how however i i'd i'll i'm i've if in indeed
instead into is isn't it it's its itself just keep kept know known last later least less let like likely made make
makes making many may maybe me meanwhile might mine more moreover most mr mrs ms much must my myself near nearly
neither never new next no nobody none nor not nothing now of off often on once one only onto or other others
otherwise our ours ourselves out over own part per perhaps put quite rather really s said same saw say saying says
second see seem seemed seems seen several shall she she'd she'll she's should shouldn't since so some somebody
someone something soon still such t take taken tell than that that's the their theirs them themselves then there
there's therefore these they they'd they'll they're they've thing things think this those though three through
throughout thus till to today together told tomorrow too took toward towards two under until unto up upon us use
used using very via want was wasn't way we we'd we'll we're we've well went were weren't what what's when whenever
where whereas whether which while who who's whoever whole whom whose why will with within without won't would
wouldn't yes yesterday yet you you'd you'll you're you've your yours yourself yourselves
"""
STOP_WORDS = frozenset(_STOPPED.split())
"""Words that say nothing about what an article tells: grammar, plain reporting verbs, vague time and number words."""

_CONTRACTED = re.compile(r"'(?:s|ll|ve|re|d|m|em)?$")
"""What hangs on a word: a possessive or a shortened verb ("that'll", "Monday's")."""

_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=262144)
def _stem(word: str) -> str:
    """Return the stem of one word, or nothing for a stop word."""
    plain = fold(word)
    if plain in STOP_WORDS:
        return ""
    bare = _CONTRACTED.sub("", plain)
    if bare in STOP_WORDS or (len(bare) < 2 and not bare.isdigit()):
        return ""
    return str(_STEMMER.stemWord(bare))


def stem_spans(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int, str], ...]:
    """Return (start, end, stem) of each content word of `text[start:end]`, offsets into `text`."""
    return tuple((left, right, stem) for left, right, word in words(text, start, end) if (stem := _stem(word)))


def content_stems(words: str) -> tuple[str, ...]:
    """Return the stems of the content words in the order they stand, repeats kept: folded, Snowball English, no stop
    words; numbers are kept.
    """
    return tuple(stem for _, _, stem in stem_spans(words))


def term_weight(stem: str) -> float:
    """Return how rare a stem is in the background: ln(articles / articles with it); the highest for an unknown stem."""
    articles, counts = _background()
    return math.log(articles / counts.get(stem, UNKNOWN_ARTICLES))


@cache
def _background() -> tuple[int, dict[str, int]]:
    """Read the shipped table: how many articles were counted, and in how many of them each stem stands."""
    packed = resources.files("nutgraf.models").joinpath("tables/background.tsv.gz").read_bytes()
    lines = gzip.decompress(packed).decode("utf-8").splitlines()
    articles = next(int(line.rsplit("\t", 1)[1]) for line in lines if line.startswith("# articles\t"))
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return articles, {stem: int(count) for stem, count in rows}
