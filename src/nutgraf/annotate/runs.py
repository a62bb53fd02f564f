"""Runs of capitalised words: where names can stand, sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nutgraf.annotate.name_words import ACRONYMS, HONORIFICS, NO_ENTITY, ORG_HEAD, ROLES
from nutgraf.models.terms import STOP_WORDS
from nutgraf.text import fold

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?|[^\W\d_]\.(?=\s?[^\W\d_])(?!\w{2})|[^\W_]\w*(?:['’&–‑-]\w+(?:\.(?=\w\.)\w\.)?)*"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_SHORT = frozenset(
    "gen sen sens rep reps gov lt col sgt capt cmdr adm maj mr mrs ms dr prof st rev hon supt det insp".split()
)
_PARTICLES = re.compile(
    r"\s(?:(?:de|la|las|los|del|della|da|di|dos|du|le|van|von|der|den|ter|ten|bin|ibn|al|el|y|e|of|zu)\s){1,3}$"
)
_PARTICLE_WORDS = frozenset("de la del della da di du le van von der den ter ten bin ibn al el".split())
_JOINING = re.compile(r"\s(?:of|for|on|of the|for the|on the|in the|in|and|&)\s$")
LONGEST_HALF = 6
"""The second half of a given name ("Wai-ching") is no longer than this; a longer tail is an English word."""

_TAILS = frozenset(
    """
    era led based style born run owned wide like held made site free day year old time long term level only plus class
    bound type sized area rich heavy bloc wing right left turned critic wary proof state hit torn tie
    """.split()
)
_PREFIX = re.compile(r"(?:[Pp]ro|[Aa]nti|[Nn]on|[Ee]x|[Pp]ost|[Pp]re|[Mm]id|[Tt]rans)-(?=[A-Z])")
_BETWEEN = frozenset("in on at the and for by with to of from as but or is are was image photo picture".split())
_GLUED = re.compile(r"([A-Z][a-z]{3,})(?:The|It|He|She|In|On|But|And|For|This|That|A|We|They|At|As|With)")
_LOWER_TAIL = re.compile(r"[–‑-][a-z].*$")
_POSSESSORS = frozenset("attorney sheriff people women men children king queen workers teachers farmers lord".split())
_MORE_STOPS = frozenset(
    """
    analysts experts officials police people residents critics both either neither despite following according
    experts meanwhile however moreover additionally publicly primarily overall whether full complete since earlier
    later yesterday today tonight tomorrow asked speaking writing located during among amid under until unless
    """.split()
)
FUNCTION_WORDS = STOP_WORDS | _MORE_STOPS


@dataclass(frozen=True, slots=True)
class Token:
    """A capitalised word without its possessive ending; `starts` is true where a sentence or a quote begins."""

    start: int
    end: int
    word: str
    starts: bool

    @property
    def key(self) -> str:
        """The folded word."""
        return fold(self.word)


Run = tuple[Token, ...]


def capital_runs(text: str, start: int, end: int, common: frozenset[str]) -> list[Run]:
    """Return the runs of capitalised words of a sentence; `common` are words that this article also prints small.

    Words that only grammar capitalises are left out at the beginning of a sentence; a possessive ending ends a run.
    """
    runs: list[list[Token]] = []
    closed = True
    for match in _TOKEN.finditer(text, start, end):
        if match.group().islower():  # four words in five, and none of them begins a name
            continue
        token = _token(text, match, start)
        if token is None:
            continue
        if token.key in _BETWEEN and not token.word.isupper():
            closed = True
            continue
        bare_end = token.end
        joined = bool(runs) and not closed and _joins(text, runs[-1], token)
        if joined:
            runs[-1].append(token)
        else:
            runs.append([token])
        closed = match.end() != bare_end and token.key not in _POSSESSORS
    kept = (_without_grammar(run, common) for run in runs)
    return [tuple(run) for run in kept if run]


def _token(text: str, match: re.Match[str], start: int) -> Token | None:
    word = _POSSESSIVE.sub("", match.group())
    prefix = _PREFIX.match(word)
    begin = match.start() + (prefix.end() if prefix else 0)
    word = word[prefix.end() :] if prefix else word
    first = re.match(r"(?:al|el|de|d)[-'’](?=[^\W\d_])", word)
    lead = word[first.end() :] if first else word
    if not lead or not lead[0].isupper():
        return None
    word = _without_tail(word, match.start() > start)
    glued = _GLUED.fullmatch(word)
    word = glued.group(1) if glued else word
    before = text[start : match.start()].rstrip()
    starts = not before or before[-1] in "\"“‘'•:(–—-" or before.endswith((". ", "? "))
    return Token(begin, begin + len(word), word, starts)


def _without_tail(word: str, inside: bool) -> str:
    """Return a word without what a hyphen hangs on it ("war-era"), but with the second half of a given name."""
    tail = _LOWER_TAIL.search(word)
    if not tail:
        return word
    hung = tail.group()[1:]
    name_like = inside and hung.isalpha() and len(hung) <= LONGEST_HALF and not hung.endswith("ed")
    return word if name_like and hung not in _TAILS else word[: tail.start()]


def _joins(text: str, run: list[Token], token: Token) -> bool:
    gap = text[run[-1].end : token.start]
    if gap in (" ", "\u00a0", "'s ", "’s ", "s' "):
        return True
    if gap == "":
        return run[-1].word.endswith(".")
    if gap in (". ", ".\u00a0"):
        return run[-1].key in _SHORT or (len(run[-1].word) == 1 and run[-1].key != "i")
    if gap == " of ":
        return _heads_body(run)
    if _PARTICLES.fullmatch(gap):
        return not re.search(r"\s(?:of)\s", gap) and run[-1].key not in FUNCTION_WORDS
    return bool(_JOINING.fullmatch(gap)) and _goes_on(run, gap)


def _heads_body(run: list[Token]) -> bool:
    """Tell whether a run names a body that "of" goes on with ("Ministry of", "Bank of")."""
    return run[-1].key in ORG_HEAD and run[-1].key not in ROLES and not (run[-1].starts and run[-1].key == "doctors")


def _goes_on(run: list[Token], gap: str) -> bool:
    if gap.strip() in ("and", "&"):
        spread = run[-1].end - run[0].start > sum(len(token.word) + 1 for token in run)
        return (spread and any(token.key in ORG_HEAD for token in run[:-1])) or gap == " & "
    return _heads_body(run) and "in" not in gap.split()


def _without_grammar(run: list[Token], common: frozenset[str]) -> list[Token]:
    """Drop leading words that are capitalised only because a sentence begins."""
    while run:
        first = run[0]
        if first.key == "new" and len(run) > 1:
            break
        if not _only_grammar(first, common):
            break
        run = run[1:]
    return [] if len(run) == 1 and run[0].key in NO_ENTITY and run[0].word not in ACRONYMS else run


def _only_grammar(token: Token, common: frozenset[str]) -> bool:
    if token.key in FUNCTION_WORDS and token.key not in HONORIFICS:
        return len(token.word) == 1 or not token.word.isupper() or (token.starts and len(token.word) > len("WHO"))
    if token.key in _PARTICLE_WORDS:
        return False
    return token.starts and token.key in common and token.key not in ORG_HEAD and token.key not in ROLES
