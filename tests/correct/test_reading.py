"""Files of corrections: read back as they were written, and nothing taken in where one is off."""

import json

import msgspec
import pytest

from nutgraf.correct.decisions import merge_stories, undo_correction
from nutgraf.correct.reading import read_corrections
from nutgraf.correct.stories import correction_rows
from nutgraf.errors import UsageError

MERGE = {"number": 1, "kind": "merge", "articles": ["a"], "beside": ["b"], "by": "Mara", "at": "2026-11-28T09:30:00Z"}
UNDO = {"number": 2, "kind": "undo", "articles": [], "beside": [], "by": "Mara", "at": "2026-11-28", "undoes": 1}


def test_a_list_is_read_as_it_was_printed(desk, mara, tmp_path):
    desk.correct(merge_stories(desk.archive, desk.story("a"), desk.story("d"), mara))
    desk.correct(undo_correction(desk.archive, None, mara))
    file = tmp_path / "kept.json"
    file.write_bytes(msgspec.json.encode(correction_rows(desk.archive)))
    assert read_corrections(file) == desk.archive.corrections.all()


FAULTS = [
    ([{**MERGE, "articles": []}], "correction 1: it names no articles"),
    ([{**MERGE, "beside": []}], "correction 1: it names no articles beside them"),
    ([{**MERGE, "by": " "}], "correction 1: it has no name in 'by'"),
    ([{**MERGE, "at": "yesterday"}], "correction 1: 'at' is no time: 'yesterday'"),
    ([MERGE, MERGE], "correction 1: its number stands there twice"),
    ([MERGE, {**UNDO, "undoes": 2}], "correction 2: it undoes 2, which does not stand before it"),
    ([MERGE, {**UNDO, "undoes": None}], "correction 2: an undo names the number that it undoes"),
    ([{**MERGE, "undoes": 1}], "correction 1: an undo names the number that it undoes"),
    ([{**MERGE, "kind": "glue"}], "is no list of corrections"),
    ({"articles": []}, "is no list of corrections"),
]


@pytest.mark.parametrize(("rows", "told"), FAULTS)
def test_what_is_off_is_told_and_nothing_is_taken_in(tmp_path, rows, told):
    file = tmp_path / "kept.json"
    file.write_text(json.dumps(rows))
    with pytest.raises(UsageError) as caught:
        read_corrections(file)
    assert told in str(caught.value)
    assert "nutgraf corrections --json" in str(caught.value)


def test_all_faults_are_told_together(tmp_path):
    file = tmp_path / "kept.json"
    file.write_text(json.dumps([{**MERGE, "by": ""}, {**UNDO, "undoes": 7}]))
    with pytest.raises(UsageError, match=r"correction 1: it has no name.*\n.*correction 2: it undoes 7"):
        read_corrections(file)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UsageError, match="Cannot read"):
        read_corrections(tmp_path / "nowhere.json")
