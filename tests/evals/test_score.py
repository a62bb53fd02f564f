from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from evals.exported import Export, ExportedArticle
from evals.gold import Gold, read_gold
from evals.score import as_row, main, score_export
from evals.trials import Score
from perfect import perfect_export, shifted

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"

ONE = (
    "The Marl Gazette\nFerry talks open in Marl\n"
    "Ferry talks opened in Marl on Monday at the union's request. “We will stay all night,” said Ada Brook. "
    "The “big room” was full. About 40 crews stopped work, an official told the Coast Wire.\n"
    "More news\nA goat won the fair\n"
)
TWO = (
    "Ferry crews and owners met in Marl, invited by the harbour. “We will stay the night,” said Ada Brook. "
    "Nearly 60 crews stopped work. The next meeting is on 5 March 2031.\n"
)


def at(page: str, words: str, nth: int = 1) -> dict[str, int]:
    start = -1
    for _ in range(nth):
        start = page.index(words, start + 1)
    return {"start": start, "end": start + len(words)}


def cell(article: str, page: str, words: str) -> dict[str, object]:
    return {"article": article, "place": at(page, words)}


def labels() -> Gold:
    body = ONE[ONE.index("Ferry talks opened") : ONE.index("\nMore news")]
    return msgspec.convert(
        {
            "format": 1,
            "what": "two invented pages",
            "pages": [
                {
                    "file": "one.txt",
                    "articles": [
                        {
                            "key": "one",
                            "places": [at(ONE, body)],
                            "title": at(ONE, "Ferry talks open in Marl"),
                            "carrier": "The Marl Gazette",
                            "origin": None,
                            "published": {"value": "2031-03-03/2031-03-05"},
                            "story": "ferry",
                            "chapter": "during",
                        }
                    ],
                    "teasers": [at(ONE, "A goat won the fair")],
                    "furniture": [at(ONE, "More news")],
                },
                {
                    "file": "two.txt",
                    "articles": [
                        {"key": "two", "places": [at(TWO, TWO.strip())], "story": "ferry", "chapter": "during"}
                    ],
                },
            ],
            "quotes": [
                {
                    "article": "one",
                    "kind": "direct",
                    "speaker": "Ada Brook",
                    "pieces": [at(ONE, "We will stay all night,")],
                },
                {"article": "one", "kind": "scare", "speaker": None, "pieces": [at(ONE, "big room")]},
                {
                    "article": "two",
                    "kind": "direct",
                    "speaker": "Ada Brook",
                    "pieces": [at(TWO, "We will stay the night,")],
                },
            ],
            "indirect": [
                {"article": "one", "speaker": "an official", "content": at(ONE, "About 40 crews stopped work")}
            ],
            "sources": [
                {
                    "article": "one",
                    "kind": "anonymous",
                    "name": "an official",
                    "via": "Coast Wire",
                    "place": at(ONE, "an official"),
                },
                {"article": "one", "kind": "named", "name": "Ada Brook", "place": at(ONE, "Ada Brook")},
                {"article": "two", "kind": "named", "name": "Ada Brook", "place": at(TWO, "Ada Brook")},
            ],
            "figures": [
                {
                    "article": "one",
                    "place": at(ONE, "About 40 crews"),
                    "low": 40,
                    "high": 40,
                    "unit": "crews",
                    "qualifier": "about",
                },
                {
                    "article": "two",
                    "place": at(TWO, "Nearly 60 crews"),
                    "low": 60,
                    "high": 60,
                    "unit": "crews",
                    "qualifier": "nearly",
                },
            ],
            "times": [
                {"article": "one", "place": at(ONE, "Monday"), "value": "2031-03-03"},
                {"article": "two", "place": at(TWO, "5 March 2031"), "value": "2031-03-05"},
            ],
            "counts": [{"story": "ferry", "articles": 2, "texts": 2, "outlets": [2], "origins": 2}],
            "agreements": [
                {
                    "id": "in-marl",
                    "note": "they met in Marl",
                    "cells": [cell("one", ONE, "in Marl on"), cell("two", TWO, "in Marl")],
                }
            ],
            "differences": [
                {
                    "id": "night",
                    "kind": "wording",
                    "verdict": "differ",
                    "substance": False,
                    "note": "all or the",
                    "cells": [cell("one", ONE, "stay all night"), cell("two", TWO, "stay the night")],
                },
                {
                    "id": "crews",
                    "kind": "figures",
                    "verdict": "differ",
                    "substance": True,
                    "note": "forty or sixty",
                    "cells": [cell("one", ONE, "40 crews"), cell("two", TWO, "60 crews")],
                },
            ],
            "not_differences": [
                {
                    "id": "dates",
                    "note": "two meetings",
                    "kinds": ["times"],
                    "cells": [cell("one", ONE, "Monday"), cell("two", TWO, "5 March 2031")],
                }
            ],
        },
        Gold,
    )


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "two.txt").write_text(TWO, encoding="utf-8")
    return tmp_path


def scored(export: Export, pages: Path) -> dict[str, Score]:
    return {score.name: score for score in score_export(labels(), export, pages)}


def changed(export: Export, key: str, **fields: object) -> Export:
    articles = tuple(
        msgspec.structs.replace(article, **fields) if article.id == key else article for article in export.articles
    )
    return msgspec.structs.replace(export, articles=articles)


def article(export: Export, key: str) -> ExportedArticle:
    return next(item for item in export.articles if item.id == key)


def test_a_perfect_export_scores_one_everywhere(pages):
    scores = scored(perfect_export(labels(), pages), pages)
    assert {name: score.value for name, score in scores.items() if score.value not in (1.0, None)} == {}
    assert {name for name, score in scores.items() if score.value is None} == {"articles.byline", "sources.nobody"}


def test_an_empty_export_scores_nothing_and_breaks_nothing(pages):
    scores = scored(Export(articles=()), pages)
    assert scores["articles.found"].value == 0
    assert scores["quotes.recall"].value == 0
    assert scores["differences.recall"].value == 0
    assert scores["differences.precision"].value is None


def test_a_quote_shifted_by_a_word_is_missed_and_false(pages):
    export = perfect_export(labels(), pages)
    quotes = article(export, "one").quotes
    moved = (msgspec.structs.replace(quotes[0], span=shifted(quotes[0].span, 5)), *quotes[1:])
    scores = scored(changed(export, "one", quotes=moved), pages)
    assert scores["quotes.recall"].value == 0.5
    assert scores["quotes.precision"].value == 0.5
    assert scores["quotes.speakers"].value == 0.5


def test_a_wrong_speaker_is_counted_though_the_words_are_right(pages):
    export = perfect_export(labels(), pages)
    quotes = tuple(
        msgspec.structs.replace(quote, speaker=msgspec.structs.replace(quote.speaker, name="Ida Marsh"))
        if quote.speaker
        else quote
        for quote in article(export, "one").quotes
    )
    scores = scored(changed(export, "one", quotes=quotes), pages)
    assert scores["quotes.recall"].value == 1
    assert scores["quotes.speakers"].value == 0.5


def test_a_label_in_quote_marks_shown_as_speech_is_false(pages):
    export = perfect_export(labels(), pages)
    quotes = tuple(msgspec.structs.replace(quote, kind="mixed") for quote in article(export, "one").quotes)
    scores = scored(changed(export, "one", quotes=quotes), pages)
    assert scores["quotes.precision"].value == pytest.approx(2 / 3)
    assert scores["quotes.kinds"].value == 0.5


def test_a_false_difference_costs_precision_and_is_told_when_it_was_tempting(pages):
    export = perfect_export(labels(), pages)
    story = export.stories[0]
    cells = tuple(
        msgspec.structs.replace(story.findings[0].cells[index], span=article(export, key).times[0].span)
        for index, key in enumerate(("one", "two"))
    )
    false = msgspec.structs.replace(story.findings[0], kind="times", cells=cells)
    story = msgspec.structs.replace(story, findings=(*story.findings, false))
    scores = scored(msgspec.structs.replace(export, stories=(story,)), pages)
    assert scores["differences.recall"].value == 1
    assert scores["differences.precision"].value == pytest.approx(2 / 3)
    assert scores["differences.tempting"].value == 0


def test_a_difference_of_another_kind_or_place_shows_nothing(pages):
    export = perfect_export(labels(), pages)
    story = export.stories[0]
    swapped = tuple(msgspec.structs.replace(finding, kind="times") for finding in story.findings)
    scores = scored(msgspec.structs.replace(export, stories=(msgspec.structs.replace(story, findings=swapped),)), pages)
    assert scores["differences.recall"].value == 0
    assert scores["differences.substance_recall"].value == 0
    assert scores["differences.precision"].value == 0


def test_an_unlabelled_finding_twice_in_the_export_counts_once(pages):
    export = perfect_export(labels(), pages)
    story = export.stories[0]
    point = msgspec.structs.replace(story.points[0], findings=story.findings)
    scores = scored(msgspec.structs.replace(export, stories=(msgspec.structs.replace(story, points=(point,)),)), pages)
    assert scores["differences.precision"].n == 2


def test_furniture_in_the_text_costs_exactness_and_is_spotted(pages):
    export = perfect_export(labels(), pages)
    one = article(export, "one")
    extra = ONE.index("More news")
    anchor = msgspec.structs.replace(
        one.anchors[0], start=len(one.text) + 1, end=len(one.text) + 10, page_start=extra, page_end=extra + 9
    )
    scores = scored(changed(export, "one", text=f"{one.text}\nMore news", anchors=(*one.anchors, anchor)), pages)
    assert scores["articles.exact"].value == 0.5
    assert scores["articles.body_recall"].value == 1
    assert scores["furniture.kept_out"].value == 0


def test_wrong_outlet_date_title_figure_time_source_and_story_are_each_counted(pages):
    export = perfect_export(labels(), pages)
    one = article(export, "one")
    wrong = changed(
        export,
        "one",
        carrier=None,
        origin="Coast Wire",
        title="A goat won the fair",
        published=msgspec.structs.replace(one.published, value="2031-04-01"),
        figures=tuple(msgspec.structs.replace(figure, low=41, high=41) for figure in one.figures),
        times=tuple(msgspec.structs.replace(time, value="2031-03-10") for time in one.times),
        attributions=tuple(msgspec.structs.replace(item, source="Ida Marsh") for item in one.attributions),
    )
    alone = tuple(msgspec.structs.replace(story, articles=story.articles[:1]) for story in export.stories)
    scores = scored(msgspec.structs.replace(wrong, stories=alone), pages)
    for name in ("carrier", "origin", "title", "published"):
        assert scores[f"articles.{name}"].value == 0.5, name
    for name in ("figures.recall", "figures.precision", "times.values", "times.precision"):
        assert scores[name].value == 0.5, name
    assert scores["sources.recall"].value == pytest.approx(1 / 3)
    assert scores["sources.precision"].value == 0.5
    assert scores["stories.partition"].value == 0


def test_a_page_that_is_not_the_labelled_one_is_refused(pages):
    gold = labels()
    page = msgspec.structs.replace(gold.pages[0], sha256="0" * 64)
    gold = msgspec.structs.replace(gold, pages=(page, gold.pages[1]))
    with pytest.raises(ValueError, match="not the page that was labelled"):
        score_export(gold, Export(articles=()), pages)


def test_the_command_prints_a_table_and_writes_json(pages, capsys):
    export, gold, out = pages / "export.json", pages / "gold.json", pages / "scores.json"
    export.write_bytes(msgspec.json.encode(perfect_export(labels(), pages)))
    gold.write_bytes(msgspec.json.encode(labels()))
    arguments = ["--export", str(export), "--gold", str(gold), "--pages", str(pages), "--json", str(out), "--misses"]
    assert main(arguments) == 0
    assert "quotes.recall" in capsys.readouterr().out
    rows = {row["name"]: row for row in msgspec.json.decode(out.read_bytes())}
    assert rows["quotes.recall"] == {
        "name": "quotes.recall",
        "value": 1.0,
        "n": 2,
        "low": 1.0,
        "high": 1.0,
        "misses": [],
    }


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed pages are not beside the repository")
def test_the_seed_labels_agree_with_themselves():
    gold = read_gold(ROOT / "evals" / "seeds" / "gold.json")
    rows = [as_row(score) for score in score_export(gold, perfect_export(gold, SEEDS), SEEDS)]
    assert [(row.name, row.value, row.misses) for row in rows if row.value != 1] == []
