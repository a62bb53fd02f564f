"""Builds the export that a program without fault would write, from gold labels of text pages."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
from evals.alignment import PageText, read_page
from evals.exported import Export, ExportedArticle, Stretch
from evals.gold import Gold, GoldArticle, GoldPage, Place


def perfect_export(gold: Gold, pages: Path) -> Export:
    """Return an export in which everything is as labelled."""
    made = [_article(gold, page, article, read_page(pages, page)) for page in gold.pages for article in page.articles]
    teasers = [
        {"id": f"{page.file}-{number}", "kind": "teaser", "text": "", "path": page.file, "title": text.words(place)}
        for page in gold.pages
        for text in [read_page(pages, page)]
        for number, place in enumerate(page.teasers)
    ]
    by_id = {article["id"]: msgspec.convert(article, ExportedArticle) for article in made}
    return msgspec.convert({"articles": made + teasers, "stories": _stories(gold, by_id)}, Export)


def _article(gold: Gold, page: GoldPage, label: GoldArticle, text: PageText) -> dict:
    anchors, pieces, at = [], [], 0
    for place in label.places:
        words = text.text[place.start : place.end]
        anchors.append({"start": at, "end": at + len(words), "page_start": place.start, "page_end": place.end})
        pieces.append(words)
        at += len(words) + 1
    body = "\n".join(pieces)
    bare = msgspec.convert({"id": label.key, "kind": "article", "text": body, "anchors": anchors}, ExportedArticle)
    span = Spans(bare)
    quotes = [
        {"kind": q.kind, "span": span(piece), "speaker": {"name": q.speaker} if q.speaker else None, "nested": q.nested}
        for q in gold.quotes
        if q.article == label.key
        for piece in q.pieces
    ]
    rests = [(s.name, s.kind, s.via, s.place) for s in gold.sources if s.article == label.key]
    rests += [(i.speaker, "anonymous", None, i.content) for i in gold.indirect if i.article == label.key]
    sentences = [{"start": m.start(), "end": m.end()} for m in re.finditer(r"[^.!?\n]+[.!?]*", body)]
    return {
        "id": label.key,
        "kind": "article",
        "text": body,
        "path": f"somewhere/{page.file}",
        "title": text.words(label.title) if label.title else None,
        "byline": " and ".join(label.byline),
        "carrier": label.carrier,
        "origin": label.origin,
        "published": {"value": label.published.value},
        "anchors": anchors,
        "sentences": sentences,
        "quotes": quotes,
        "attributions": [
            {"source": name, "kind": kind, "via": via, "span": span(place), "content": span(place)}
            for name, kind, via, place in rests
        ],
        "figures": [
            {"low": f.low, "high": f.high, "unit": f.unit, "qualifier": f.qualifier, "span": span(f.place)}
            for f in gold.figures
            if f.article == label.key
        ],
        "times": [{"value": t.value, "span": span(t.place)} for t in gold.times if t.article == label.key],
    }


class Spans:
    """Turns gold places into spans of one exported article."""

    def __init__(self, article: ExportedArticle) -> None:
        self.article = article

    def __call__(self, place: Place) -> dict:
        for anchor in self.article.anchors:
            if anchor.page_start <= place.start and place.end <= anchor.page_end:
                shift = anchor.start - anchor.page_start
                return {"start": place.start + shift, "end": place.end + shift, "article": self.article.id}
        raise AssertionError(f"{place} of {self.article.id} lies outside the labelled body")


def _stories(gold: Gold, made: dict[str, ExportedArticle]) -> list[dict]:
    stories = []
    for name in sorted({article.story for article in gold.articles if article.story}):
        members = [article for article in gold.articles if article.story == name]
        keys = {article.key for article in members}
        counts = [c for c in gold.counts if c.story == name]
        story = {"id": name, "articles": [{"id": article.key} for article in members]}
        story["chapters"] = [
            {"name": chapter, "articles": [a.key for a in members if a.chapter == chapter]}
            for chapter in sorted({a.chapter for a in members if a.chapter})
        ]
        for count in counts:
            story["counts"] = {
                "articles": count.articles,
                "texts": count.texts,
                "outlets": count.outlets[0],
                "origins": count.origins,
            }
        story["findings"] = [
            {"kind": d.kind, "verdict": d.verdict, "cells": _cells(d.cells, made)}
            for d in gold.differences
            if {cell.article for cell in d.cells} <= keys
        ]
        story["points"] = [
            {"statements": _cells(a.cells, made)} for a in gold.agreements if {c.article for c in a.cells} <= keys
        ]
        stories.append(story)
    return stories


def _cells(cells: tuple, made: dict[str, ExportedArticle]) -> list[dict]:
    return [{"article": cell.article, "span": Spans(made[cell.article])(cell.place)} for cell in cells]


def shifted(span: Stretch, by: int) -> Stretch:
    """Return a span moved to the right."""
    return msgspec.structs.replace(span, start=span.start + by, end=span.end + by)
