from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from evals.gate import SETS, LabelledSet, why_not
from evals.gold import Gold, check_keys, read_gold
from evals.labels import find_lost_places


@pytest.mark.parametrize("labelled", SETS, ids=lambda labelled: labelled.name)
def test_every_label_points_to_words_on_its_page(labelled: LabelledSet):
    if reason := why_not(labelled):
        pytest.skip(reason)
    assert find_lost_places(read_gold(labelled.gold), labelled.pages) == []


def test_a_label_that_points_nowhere_is_told(tmp_path: Path):
    (tmp_path / "one.txt").write_text("Ferry talks opened.", encoding="utf-8")
    pages = [{"file": "one.txt", "articles": [{"key": "one", "story": None, "places": [{"start": 0, "end": 40}]}]}]
    quotes = [{"article": "one", "kind": "direct", "speaker": None, "pieces": [{"words": "We will go"}]}]
    gold = msgspec.convert({"format": 1, "what": "one", "pages": pages, "quotes": quotes}, Gold)
    assert len(find_lost_places(gold, tmp_path)) == 2


def test_a_typing_slip_in_a_field_is_refused(tmp_path: Path):
    (tmp_path / "gold.json").write_text('{"format": 1, "what": "one", "pages": [], "quote": []}', encoding="utf-8")
    with pytest.raises(msgspec.ValidationError, match="quote"):
        read_gold(tmp_path / "gold.json")


def test_a_label_of_an_article_that_no_page_has_is_refused():
    gold = msgspec.convert({"format": 1, "what": "one", "pages": [], "no_named_source": ["one"]}, Gold)
    with pytest.raises(ValueError, match="no page has: one"):
        check_keys(gold)
