"""Checks that labels stand on their pages: python -m evals.split.check evals/split/a."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import lxml.html

UNSEEN = frozenset("head script style template noscript title".split())
INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em font i img ins kbd mark q s small span strong sub sup time u".split()
)
PAGE_FIELDS = {"kind", "note", "articles", "teasers", "not_body"}
ARTICLE_FIELDS = {"title", "outlet", "byline", "time", "paragraphs"}


def squeeze(text: str) -> str:
    """Return a text with every run of white space as one space."""
    return " ".join(text.split())


def _walk(node: lxml.html.HtmlElement, out: list[str]) -> None:
    if isinstance(node.tag, str) and node.tag.lower() not in UNSEEN:
        edge = "" if node.tag.lower() in INLINE else "\n"
        out += [edge, node.text or ""]
        for child in node:
            _walk(child, out)
        out.append(edge)
    out.append(node.tail or "")


def visible(path: Path) -> str:
    """Return the words a reader of the page sees, white space squeezed."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        out: list[str] = []
        _walk(lxml.html.document_fromstring(text.encode(), parser=lxml.html.HTMLParser(encoding="utf-8")), out)
        text = "".join(out)
    return squeeze(text)


def _faults_of_article(seen: str, article: dict[str, object]) -> list[str]:
    if set(article) != ARTICLE_FIELDS:
        return [f"article fields are {sorted(article)}"]
    faults = [
        f"{k} not on page: {article[k]}" for k in ("title", "outlet", "byline", "time") if _absent(seen, article[k])
    ]
    at = 0
    paragraphs = article["paragraphs"]
    for words in paragraphs if isinstance(paragraphs, list) else []:
        found = seen.find(words, at)
        if words != squeeze(words) or found < 0:
            faults.append(f"paragraph not on page, out of order or not squeezed: {words}")
        at = found + len(words) if found >= 0 else at
    return faults if paragraphs else [*faults, f"article without paragraphs: {article['title']}"]


def _absent(seen: str, words: object) -> bool:
    return words is not None and (not words or str(words) not in seen)


def faults_of_page(page: Path, label: Path) -> tuple[list[str], tuple[int, int, int]]:
    """Return what is wrong with the labels of a page, and how many articles, paragraphs and teasers they hold."""
    seen, gold = visible(page), json.loads(label.read_text(encoding="utf-8"))
    if set(gold) != PAGE_FIELDS:
        return [f"page fields are {sorted(gold)}"], (0, 0, 0)
    faults = [fault for article in gold["articles"] for fault in _faults_of_article(seen, article)]
    faults += [f"{name} not on page: {w}" for name in ("teasers", "not_body") for w in gold[name] if _absent(seen, w)]
    owner: dict[str, int] = {}
    for number, article in enumerate(gold["articles"]):
        for words in article["paragraphs"]:
            if owner.setdefault(words, number) != number:
                faults.append(f"paragraph in two articles: {words}")
    faults += [f"not_body within a paragraph: {w}" for w in gold["not_body"] if any(w in p for p in owner)]
    return faults, (len(gold["articles"]), sum(len(a["paragraphs"]) for a in gold["articles"]), len(gold["teasers"]))


def main(folder: Path) -> int:
    """Print the counts and the faults of every page in a folder; return 1 if there is a fault."""
    pages = sorted((folder / "pages").iterdir())
    total, bad = [0, 0, 0], 0
    for page in pages:
        label = folder / "gold" / f"{page.stem}.json"
        faults, counts = faults_of_page(page, label) if label.exists() else (["no labels"], (0, 0, 0))
        total, bad = [a + b for a, b in zip(total, counts, strict=True)], bad + len(faults)
        print(f"{page.name}: {counts[0]} articles, {counts[1]} paragraphs, {counts[2]} teasers")
        print("".join(f"  FAULT {fault}\n" for fault in faults), end="")
    print(f"{len(pages)} pages, {total[0]} articles, {total[1]} paragraphs, {total[2]} teasers, {bad} faults")
    return 1 if bad or not pages else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
