"""Green text to pour into frames: Wikinews and other open texts as stories of sentences.

Every file that is read is named here and lies under a set whose licence allows training what ships; another is refused.
GUM news and interview, MEANTIME, GeoVirus: Wikinews, CC BY 2.5 and CC BY 4.0. GUM bio and voyage, UD EWT: CC BY-SA.
LitBank: CC BY 4.0; its novels bring the short paragraphs and the talk that Wikinews lacks.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from training.green import listed_files

GREEN = (
    "annotation-green/gum/dep/GUM_news_*.conllu",
    "annotation-green/gum/dep/GUM_interview_*.conllu",
    "annotation-green/gum/dep/GUM_bio_*.conllu",
    "annotation-green/gum/dep/GUM_voyage_*.conllu",
    "annotation-green/ud_ewt/en_ewt-ud-train.conllu",
    "annotation-green/meantime/data/meantime_newsreader_english_oct15/intra_cross-doc_annotation/*/*.xml",
    "annotation-green/litbank/quotations/tsv/*.txt",
    "annotation-measure/geoparsing_gritta/data/Corpora/GeoVirus.xml",
)
_END = re.compile(r"(?<=[a-z0-9)\]”\"'’][.!?])[\"”’)]?\s+(?=[\"“‘(]?[A-Z0-9])")
_SPACE_BEFORE = re.compile(r" ([.,;:!?)\]%’”]|n't\b|'s\b|'re\b|'ve\b|'ll\b|'d\b|'m\b)")
_SPACE_AFTER = re.compile(r"([(\[$£€“‘]) ")
_QUOTED = re.compile(r"\" ([^\"]+?) \"")


@dataclass(frozen=True, slots=True)
class Story:
    """One green text: its title, its sentences paragraph by paragraph, and the genre it comes from."""

    title: str
    paragraphs: tuple[tuple[str, ...], ...]
    genre: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """All sentences in order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)


def read_stock(cache: Path) -> list[Story]:
    """Return every story of the green sets, in the order of the files' names."""
    stories: list[Story] = []
    for pattern in GREEN:
        for path in files_of(cache, pattern):
            stories.extend(_read(path))
    return [story for story in stories if story.sentences]


def files_of(cache: Path, pattern: str) -> list[Path]:
    """Return the files of one green set; refuse a pattern that is not on the list."""
    return listed_files(cache, pattern, GREEN)


def _read(path: Path) -> list[Story]:
    if path.name == "GeoVirus.xml":
        return _geovirus(path)
    if path.suffix == ".txt":
        return _litbank(path)
    if path.suffix == ".xml":
        return [_meantime(path)]
    return _conllu(path)


def _conllu(path: Path) -> list[Story]:
    stories: list[Story] = []
    name, title, block = "", "", ""
    paragraphs: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, value = line.removeprefix("# ").partition(" = ")
        if key == "newdoc id":
            stories.extend(_story(name, title, paragraphs))
            name, title, paragraphs = value, "", []
        elif key == "meta::title":
            title = value
        elif key.startswith("newpar_block"):
            block = value
        elif key.startswith("newpar"):
            paragraphs.append([])
            block = ""
        elif key == "text" and not re.search(r"head|caption|figure|date", block):
            paragraphs = paragraphs or [[]]
            paragraphs[-1].append(value.strip())
    stories.extend(_story(name, title, paragraphs))
    return stories


def _story(name: str, title: str, paragraphs: list[list[str]]) -> list[Story]:
    genre = name.split("_")[1] if name.startswith("GUM") else name.split("-")[0]
    whole = [tuple(paragraph) for paragraph in paragraphs if paragraph and not _is_date(paragraph)]
    return [Story(title, tuple(whole), genre)] if whole else []


def _is_date(paragraph: list[str]) -> bool:
    return len(paragraph) == 1 and len(paragraph[0]) < 40 and paragraph[0][-4:].isdigit()


def _meantime(path: Path) -> Story:
    sentences: dict[int, list[str]] = {}
    root = ET.parse(path).getroot()
    for token in root.iter("token"):
        sentences.setdefault(int(token.get("sentence", "0")), []).append(token.text or "")
    told = [_untokenized(sentences[number]) for number in sorted(sentences)]
    return Story(told[0].rstrip(" ."), _grouped(told[2:]), "news")


def _geovirus(path: Path) -> list[Story]:
    texts: dict[str, list[str]] = {}
    for article in ET.parse(path).getroot():
        texts.setdefault(article.findtext("source") or "", []).append(article.findtext("text") or "")
    return [
        Story(_named(address), _grouped(_END.split(" ".join(" ".join(parts).split()))), "news")
        for address, parts in texts.items()
    ]


def _litbank(path: Path) -> list[Story]:
    """A novel's pages as some stories; its first lines, a chapter's heading, are left out."""
    lines = [_untokenized(line.split()) for line in path.read_text(encoding="utf-8").splitlines()]
    sentences = [line for line in lines[2:] if 3 < len(line) < 400]
    size = 16
    return [
        Story("", tuple((sentence,) for sentence in sentences[at : at + size]), "fiction")
        for at in range(0, len(sentences) - size, size)
    ]


def _named(address: str) -> str:
    return unquote(address.rsplit("/", 1)[-1]).replace("_", " ")


def _grouped(sentences: list[str]) -> tuple[tuple[str, ...], ...]:
    """Paragraphs of one to three sentences, by their length: a set without paragraphs is cut as papers cut."""
    paragraphs: list[list[str]] = []
    for sentence in (sentence.strip() for sentence in sentences):
        if len(sentence) < 20:
            continue
        open_ = paragraphs[-1] if paragraphs else None
        if open_ is not None and len(" ".join(open_)) + len(sentence) < 260 and len(open_) < 3:
            open_.append(sentence)
        else:
            paragraphs.append([sentence])
    return tuple(map(tuple, paragraphs))


def _untokenized(tokens: list[str]) -> str:
    words = (
        " ".join(tokens)
        .replace(" -- ", " — ")
        .replace("``", '"')
        .replace("''", '"')
        .replace("-LRB-", "(")
        .replace("-RRB-", ")")
    )
    words = _QUOTED.sub(r'"\1"', words)
    words = re.sub(r'^" (?=\w)|(?<=[,:] )" (?=[A-Z])', '"', re.sub(r'(?<=[.,!?]) "$', '"', words))
    return _SPACE_AFTER.sub(r"\1", _SPACE_BEFORE.sub(r"\1", words)).replace(" - ", "-")
