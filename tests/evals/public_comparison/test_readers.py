"""The mentions of ECB+ and NewsWCL50 out of their files, on invented ones."""

import csv
import json

import pytest
from evals.public_comparison import ecbplus, newswcl50
from evals.public_comparison.mentions import place_mentions

CONLL = """#begin document (36/36ecb/1); part 000
36/36ecb/1\t0\t0\tA\t-
36/36ecb/1\t0\t1\tferry\t(HUM1)
36/36ecb/1\t0\t2\tsank\t(ACT1)

36/36ecb/1\t1\t0\tIt\t-
36/36ecb/1\t1\t1\tburned\t(Singleton_ACTI_1)

#end document
#begin document (36/46ecb/7); part 000
36/46ecb/7\t0\t0\tOther\t-
#end document
"""


def mention(chain, line, tokens, lemma, **more):
    return {"coref_chain": chain, "sent_id": line, "tokens_number": tokens, "mention_head_lemma": lemma} | more


@pytest.fixture
def ecb(tmp_path):
    for name in ("36ecb", "36ecbplus"):
        place = tmp_path / ecbplus.FOLDER / name / "annotation" / "original"
        place.mkdir(parents=True)
        here = {"subtopic": name, "conll_doc_key": f"36/{name}/1"}
        away = {"subtopic": "46ecb", "conll_doc_key": "36/46ecb/7"}
        events = [mention("ACT1", 0, [2], "sink", **here), mention("ACT9", 0, [0], "go", **away)]
        others = [mention("HUM1", 0, [1], "ferry", **here), mention("Singleton_ACTI_1", 1, [1], "burn", **here)]
        (place / f"{name}.conll").write_text(CONLL.replace("36ecb", name), encoding="utf-8")
        (place / f"event_mentions_{name}.json").write_text(json.dumps(events), encoding="utf-8")
        (place / f"entity_mentions_{name}.json").write_text(json.dumps(others), encoding="utf-8")
    return tmp_path


def test_an_event_of_ecbplus_has_its_own_texts_and_single_events_count(ecb):
    first, second = ecbplus.read_events(ecb, [36])
    assert (first.name, second.name) == ("36ecb", "36ecbplus")
    (document,) = first.documents
    assert document.article.text == "A ferry sank\nIt burned"
    assert [one.chain for one in document.mentions if one.event] == ["ACT1", "Singleton_ACTI_1"]
    assert [one.lemma for one in place_mentions(document)] == ["sink", "burn"]


def test_a_topic_holds_the_texts_of_both_its_events(ecb):
    (topic,) = ecbplus.join_topics(ecbplus.read_events(ecb, [36]))
    assert topic.name == "36"
    assert len({document.article.id for document in topic.documents}) == 2


def test_newswcl50_is_cut_at_its_line_ends_and_titles_have_no_mentions(tmp_path):
    folder = tmp_path / newswcl50.FOLDER
    folder.mkdir(parents=True)
    tokens = ["Ferry", "sinks", "\\n", "A", "ferry", "sank", ".", "\\n", "It", "burned", "."]
    cells = [("0_LL", 0 if n < 7 else 1, n if n < 7 else n - 7, token) for n, token in enumerate(tokens)]
    with (folder / "conll.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["", "topic/subtopic_name", "doc_id", "sent_id", "token_id", "token", "reference"])
        table.writerows(
            [n, "0/-/" + key, key, line, token, word, "-"] for n, (key, line, token, word) in enumerate(cells)
        )
    rows = [
        mention("0_Sinking_EVENT", 0, [1], "sink", doc_id="0_LL"),
        mention("0_Sinking_EVENT", 0, [5], "sink", doc_id="0_LL"),
        mention("0_Fire_EVENT", 1, [2], "burn", doc_id="0_LL"),
        mention("0_Fire_EVENT", 1, [2], "burn", doc_id="0_RR"),
    ]
    (folder / "event_mentions.json").write_text(json.dumps(rows), encoding="utf-8")
    (story,) = newswcl50.read_topics(tmp_path)
    (document,) = story.documents
    text = document.article.text
    assert (story.name, document.article.title, text) == ("0", "Ferry sinks", "A ferry sank.\nIt burned.")
    assert document.article.carrier == "HuffPost"
    assert [text[one.start :].split()[0].strip(".") for one in place_mentions(document)] == ["sank", "burned"]


def test_topics_whose_labels_rules_were_written_with_an_eye_on_are_known_from_the_labels():
    assert newswcl50.topics_read() == {"7", "9"}
