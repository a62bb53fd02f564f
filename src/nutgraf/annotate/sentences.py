"""Sentences of an article, block by block, with rules of our own: offsets only, the text stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.annotate.abbreviations import BEFORE_NUMBER, MAYBE_LAST, NEVER_LAST, STARTERS
from nutgraf.annotate.cues import VERB
from nutgraf.records.annotation import Sentence
from nutgraf.records.article import Article, Block, Role
from nutgraf.text import trim

_STOP = re.compile(r"[.!?…]+|[。！？।؟۔]+|\n[^\S\n]*\n")
_WIDE = frozenset("。！？।؟۔\n")
_CLOSING = "”’»)]}"
_OPENING = "“‘„«([{‹"
_BEFORE_TOKEN = frozenset('“”"‘([«—–/')
_WORD = re.compile(r"[\W_]*([^\W\d_]+(?:['’][^\W\d_]+)*)(.?)", re.DOTALL)
_SPEAKS = re.compile(r"(?:[^\W\d_][\w.'’-]*\s+){1,4}$")
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’-]+(?:[ ][A-Z][A-Z.'’-]*)*(?:, (?:[A-Z][\w.'’-]+ ?){1,3})*(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"|(?:[A-Z][\w.'’-]+,? ){1,4}?(?:\d{1,2} )?(?=\())"
    r"\s*(?:\((?:[A-Z][\w.&'’-]*[ /]?){1,4}\))?\s*(?:—|–|--|-)\s*(?=\S)"
)
_TAIL_OF_DATELINE = re.compile(r"\s*(?:\([^()\n]{2,30}\))?\s*(?:—|–|--|-|:)?\s*")


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """Return the sentences of every block; a subheading is one sentence, a dateline belongs to none.

    A full stop inside a name, a number or an address ends nothing; two sentences glued together without a space are
    two; a mark that closes a quote stays with the sentence before it.
    """
    found: list[Sentence] = []
    first_body = next((index for index, block in enumerate(article.blocks) if block.role is Role.BODY), None)
    for index, block in enumerate(article.blocks):
        start = _after_dateline(article, block) if index == first_body else block.start
        if block.role is Role.SUBHEADING:
            spans: Iterator[tuple[int, int]] = iter([(start, block.end)])
        else:
            spans = sentence_spans(article.text, start, block.end, article.language)
        for left, right in spans:
            left, right = trim(article.text, left, right)
            if left < right:
                found.append(Sentence(left, right, index, block.role))
    return tuple(found)


def sentence_spans(text: str, start: int, end: int, language: str = "en") -> Iterator[tuple[int, int]]:
    """Yield the sentences of `text[start:end]` in order; together they cover it."""
    marks = _Marks(text, start, end, language)
    begin = start
    for match in _STOP.finditer(text, start, end):
        if match.end() <= begin:
            continue
        after = marks.past_closing(match.end())
        if after >= end:
            break
        if _is_boundary(text, begin, match, after, end):
            yield begin, after
            begin = after
    if begin < end:
        yield begin, end


def _after_dateline(article: Article, block: Block) -> int:
    """Return where the first block's first sentence begins: past the dateline, if there is one."""
    text = article.text[block.start : block.end]
    words = article.dateline or ""
    if words and text.startswith(words):
        tail = _TAIL_OF_DATELINE.match(text, len(words))
        return block.start + (tail.end() if tail else len(words))
    match = _DATELINE.match(text)
    return block.start + (match.end() if match and match.end() < len(text) else 0)


class _Marks:
    """Which straight quote marks of a stretch close: by their neighbours, and where both sides touch, by turns."""

    def __init__(self, text: str, start: int, end: int, language: str) -> None:
        self._text, self._end = text, end
        self._closing = _CLOSING + ("“" if language.startswith("de") else "")
        self._closes = _straight_closers(text, start, end)

    def past_closing(self, position: int) -> int:
        """Return the position behind the closing marks that begin at `position`."""
        while position < self._end:
            character = self._text[position]
            if character in self._closing or position in self._closes or self._single_closes(position):
                position += 1
            elif self._text.startswith((" »", "\u00a0»", "\u202f»"), position):
                position += 2
            else:
                break
        return position

    def _single_closes(self, position: int) -> bool:
        following = self._text[position + 1 : position + 2]
        return self._text[position] == "'" and not following.isalnum()


def _straight_closers(text: str, start: int, end: int) -> frozenset[int]:
    """Return the positions of the straight double quote marks that close a quote."""
    closers: list[int] = []
    is_open = False
    for position in (match.start() for match in re.finditer('"', text[start:end])):
        at = start + position
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        touches_left = not (before.isspace() or before in _OPENING or before in "—–-")
        touches_right = not (after.isspace() or after in ".,;:!?)]—–")
        if touches_left and (not touches_right or is_open):
            closers.append(at)
            is_open = False
        else:
            is_open = True
    return frozenset(closers)


def _is_boundary(text: str, begin: int, match: re.Match[str], after: int, end: int) -> bool:
    """Tell whether a sentence ends at `after`, behind the stop `match` and its closing marks."""
    if match.group()[0] in _WIDE:
        return True
    if text[after].isspace():
        return _spaced_boundary(text, begin, match, after, end)
    return _glued_boundary(text, begin, match, after, end)


def _spaced_boundary(text: str, begin: int, match: re.Match[str], after: int, end: int) -> bool:
    rest = text[after:end].lstrip()
    if not rest:
        return False
    quoted = after > match.end()
    if not _begins_sentence(rest, match.group()):
        return False
    if match.group() == "." and not quoted:
        return not _is_short_form(text, begin, match.start(), rest)
    return not (quoted and match.group()[-1] in "!?" and _speaker_follows(rest))


def _begins_sentence(rest: str, stop: str) -> bool:
    """Tell whether what stands behind a stop and a space can begin a sentence."""
    bare = rest.lstrip("\"'“‘„«([{‹-–—•* ")
    if not bare:
        return False
    if bare[0].islower():
        return rest[0] in '"“„«' and stop == "."
    return bare[0].isalnum() or bare[0] in "$£€¥@#"


def _token_before(text: str, begin: int, stop: int) -> str:
    """Return what stands right before a stop, back to a space or a mark that opens, in lower case."""
    first = stop
    while first > begin and not text[first - 1].isspace() and text[first - 1] not in _BEFORE_TOKEN:
        first -= 1
    return text[first:stop].lower()


def _is_short_form(text: str, begin: int, stop: int, rest: str) -> bool:
    """Tell whether the full stop at `stop` belongs to a short form that goes on in `rest`."""
    token = _token_before(text, begin, stop)
    if token.isdigit():
        return not text[begin : stop - len(token)].strip()
    if token in NEVER_LAST:
        return True
    next_match = _WORD.match(rest)
    following = next_match.group(1) if next_match else ""
    goes_on = following.lower() not in STARTERS and rest[0] not in '"“'
    if token in BEFORE_NUMBER:
        return rest[0].isdigit()
    if token in MAYBE_LAST:
        return goes_on
    if len(token) == 1 and token.isalpha() and text[stop - 1].isupper():
        return goes_on and token != "i"
    return "." in token and all(len(part) == 1 for part in token.split(".")) and goes_on


def _speaker_follows(rest: str) -> bool:
    """Tell whether a name and a verb of saying follow a question or exclamation in quote marks."""
    verb = VERB.search(rest, 0, 60)
    return bool(verb and _SPEAKS.fullmatch(rest[: verb.start()]) and rest.split()[0].lower() not in {"the", "a", "an"})


def _glued_boundary(text: str, begin: int, match: re.Match[str], after: int, end: int) -> bool:
    """Tell whether a sentence ends where no space follows: lower case or a mark before, a new beginning after."""
    before = text[match.start() - 1] if match.start() > begin else ""
    if not (before.islower() or before.isdigit() or before in "\"”’')]%" or after > match.end()):
        return False
    rest = text[after : min(end, after + 40)]
    opened = rest.lstrip('"“‘')
    next_match = _WORD.match(opened)
    if not opened or not opened[0].isupper() or not next_match:
        return False
    if before.islower() and _glued_short_form(text, begin, match.start()):
        return False
    word, behind = next_match.groups()
    return (
        word[1:].islower()
        or (len(word) == 1 and behind.isspace())
        or "’" in word
        or "'" in word
        or (len(word) > 1 and word.isupper())
    )


def _glued_short_form(text: str, begin: int, stop: int) -> bool:
    token = _token_before(text, begin, stop)
    return token in NEVER_LAST or token in MAYBE_LAST or len(token) < 2 or "." in token
