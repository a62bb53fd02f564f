"""Documents made worse by chance, the same chance each time: bytes changed, cuts, stretches twice, nesting, marks."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator, Mapping, Sequence

from evals.hostile.cases import Case

SEED = 20_311
LARGEST = 200_000
"""Documents with more bytes are not changed: one of them would take the time of thousands."""
_GROWN = 1_000_000
_NESTS = (b"<div>", b"<b>", b"<ul><li>", b"<table><tr><td>", b"<blockquote>", b"<svg>", b"<select>", b"<font size=1>")
_MARKS = (
    b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<!", b"<?", b"&", b"&#", b"&#xfffffff;", b'"', b"'",
    b"\0", b"\xff", b"\xed\xa0\x80", b"\x1b", b"\xe2\x80\xae", b"<script>", b"</script>", b"<style>", b"<title>",
    b"<textarea>", b"<noscript>", b"<template>", b"<svg>", b"<math>", b"<iframe>", b"<plaintext>", b"<xmp>",
    b"<frameset>", b"<select>", b"<object>", b"<table>", b"</p>", b"</body>", b"</html>", b"<p", b"<a href='",
    b'<div class="', b"<item>", b"</item>", b"{", b"}", b"[", b"\\u", b"\r\n\r\n", b"WARC/1.0\r\n", b"\x1f\x8b\x08",
)  # fmt: skip


def mutated(corpora: Mapping[str, Sequence[Case]], count: int) -> Iterator[Case]:
    """Yield so many documents, each one of a corpus with one to three changes; all corpora have the same share."""
    small = {name: [case for case in cases if len(case.content) <= LARGEST] for name, cases in corpora.items()}
    names = sorted(name for name, cases in small.items() if cases)
    for number in range(count if names else 0):
        chance = random.Random(f"{SEED}:{number}")
        case = chance.choice(small[names[number % len(names)]])
        yield Case(f"{number} of {case.name}", case.suffix, _changed(case.content, chance))


def _changed(content: bytes, chance: random.Random) -> bytes:
    """Packed bytes are changed as they are, or what is in them is changed and packed again."""
    packed = content[:2] == b"\x1f\x8b" and chance.random() < 0.5
    if packed:
        try:
            content = gzip.decompress(content)
        except (OSError, EOFError):
            packed = False
    for _ in range(chance.randint(1, 3)):
        content = chance.choice(_CHANGES)(content, chance)[:_GROWN]
    return gzip.compress(content, mtime=0) if packed else content


def _bytes_flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 20) if content else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(content: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(content))
    return content[:at] if chance.random() < 0.7 else content[at:]


def _stretch(content: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(content))
    return start, min(len(content), start + chance.choice((1, 10, 100, 1_000, 10_000)))


def _left_out(content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:start] + content[end:]


def _doubled(content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:end] + content[start:end] * chance.choice((1, 2, 10, 500)) + content[end:]


def _nested(content: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(content))
    return content[:at] + chance.choice(_NESTS) * chance.choice((1, 20, 300, 3_000)) + content[at:]


def _marked(content: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(content))
    return content[:at] + chance.choice(_MARKS) * chance.choice((1, 1, 1, 2, 50)) + content[at:]


_CHANGES = (_bytes_flipped, _cut, _left_out, _doubled, _nested, _marked, _marked)
