"""The peers' run: a peer is absent, a setting is chosen on the development set, answers come back by article."""

import json

import numpy as np
from evals.stories import peers_run
from evals.stories.peers import Peer, Texts
from evals.stories.peers_start import group_by_peers
from evals.stories.sets import Labelled
from evals.stories.writing import make_article


def first_words(texts, length):
    heads = [text.split()[: int(length)] for text in texts.texts]
    return [[heads.index(head) for head in heads]]


def handed(folder, name, texts, events=None):
    told = {"texts": texts, "names": None, "by_date": None, "events": events}
    (folder / f"{name}.json").write_text(json.dumps(told))
    return peers_run._read(folder, name)


def test_the_best_setting_on_the_development_set_is_used_and_kept(tmp_path):
    peer = Peer("heads", "numpy", (1.0, 2.0, 3.0), first_words)
    tuned_on = handed(tmp_path, "dev", ["a b c", "a b d", "a c d"], ["x", "x", "y"])
    given = handed(tmp_path, "set", ["q r s", "q r t", "q s s"])
    answer = peers_run._answer(peer, tmp_path, tuned_on, given)
    assert (answer["setting"], answer["homes"]) == (2.0, [[0, 0, 2]])
    assert list(json.loads((tmp_path / peers_run.SETTINGS).read_bytes()).values()) == [2.0]


def test_a_peer_that_is_not_installed_is_told(tmp_path):
    given = handed(tmp_path, "set", ["a"])
    answer = peers_run._answer(Peer("none", "no-such-package-here", (1.0,), first_words), tmp_path, given, given)
    assert answer["failed"].startswith("no-such-package-here is not installed in ")


def test_without_their_interpreter_no_peer_is_run(tmp_path):
    articles = (make_article("a", "a", ["Words."]),)
    labelled = Labelled("set", "Set", articles, {"a": "x"})
    answers, notes = group_by_peers(labelled, labelled, tmp_path)
    assert answers == []
    assert notes[0].startswith("peers: not run: ")


def test_texts_come_by_date_or_in_twenty_orders():
    vectors = np.zeros((2, 3), dtype=np.float32)
    assert Texts(["a", "b"], None, vectors, [1, 0]).orders == [[1, 0]]
    assert len(Texts(["a", "b"], None, vectors).orders) == 20
