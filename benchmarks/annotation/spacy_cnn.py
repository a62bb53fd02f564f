"""spaCy's CNN pipeline (tok2vec, tagger, parser, names) with untrained weights: run by an interpreter that has spaCy.

`python spacy_cnn.py` takes texts as JSON on standard input. The shape is en_core_web_sm's: vectors of 96, four layers,
seen by tagger and parser, and a network of its own for names; untrained weights take as long as trained ones.
"""

from __future__ import annotations

import json
import resource
import sys
import time

import spacy
from spacy.training import Example

TOK2VEC = {"@architectures": "spacy.HashEmbedCNN.v2", "width": 96, "depth": 4, "embed_size": 2000, "window_size": 1,
           "maxout_pieces": 3, "subword_features": True, "pretrained_vectors": None}  # fmt: skip
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
STATE = {"@architectures": "spacy.TransitionBasedParser.v2", "extra_state_tokens": False, "use_upper": True,
         "hidden_width": 64, "maxout_pieces": 2}  # fmt: skip


def main() -> None:
    texts = json.load(sys.stdin)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": TOK2VEC})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER}})
    nlp.add_pipe("parser", config={"model": STATE | {"state_type": "parser", "tok2vec": LISTENER}})
    nlp.add_pipe("ner", config={"model": STATE | {"state_type": "ner", "tok2vec": TOK2VEC}})
    words = "Ann Low said so in Norland on Friday .".split()
    doc = spacy.tokens.Doc(
        nlp.vocab, words=words, tags=["NNP", "NNP", "VBD", "RB", "IN", "NNP", "IN", "NNP", "."],
        heads=[1, 2, 2, 2, 2, 4, 2, 6, 2],
        deps=["compound", "nsubj", "ROOT", "advmod", "prep", "pobj", "prep", "pobj", "punct"],
        ents=["B-PERSON", "I-PERSON", "O", "O", "O", "B-GPE", "O", "B-DATE", "O"],
    )  # fmt: skip
    nlp.initialize(lambda: [Example(nlp.make_doc(doc.text), doc)])
    list(nlp.pipe(texts[:2]))
    cpu, wall = time.process_time(), time.perf_counter()
    list(nlp.pipe(texts))
    mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    taken = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
    print(json.dumps({"articles": len(texts), "network": 0.0, "pieces": 0, "mb": mb, **taken}))


if __name__ == "__main__":
    main()
