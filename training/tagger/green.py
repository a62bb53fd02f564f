"""The files that the tagger may be trained on; every other is refused.

UNER EWT and UD EWT: CC BY-SA 4.0. GUM news and interview: CC BY 2.5; academic and court: CC BY 4.0; bio and voyage:
CC BY-SA 3.0. wikigold, Broad Twitter Corpus, WNUT17, MEANTIME: CC BY 4.0. GAP: Apache-2.0. GeoVirus, its text: CC BY
2.5. re3d without the BBC (non-commercial) and the EU delegation: CC BY-SA 3.0, CC BY 3.0 AU, public domain, OGL 3.0.
PETRARCH2's dictionaries, names alone: MIT.
"""

from __future__ import annotations

from pathlib import Path

from training.green import listed_files

GREEN = (
    "annotation-green/uner_ewt/en_ewt-ud-train.OLD-0c7ce0d.iob2",
    "annotation-green/uner_ewt/en_ewt-ud-dev.iob2",
    "annotation-green/ud_ewt/en_ewt-ud-train.conllu",
    "annotation-green/ud_ewt/en_ewt-ud-dev.conllu",
    "annotation-green/gum/dep/GUM_news_*.conllu",
    "annotation-green/gum/dep/GUM_interview_*.conllu",
    "annotation-green/gum/dep/GUM_academic_*.conllu",
    "annotation-green/gum/dep/GUM_court_*.conllu",
    "annotation-green/gum/dep/GUM_bio_*.conllu",
    "annotation-green/gum/dep/GUM_voyage_*.conllu",
    "annotation-green/meantime/data/meantime_newsreader_english_oct15/intra_cross-doc_annotation/*/*.xml",
    "annotation-green/gap/gap-development.tsv",
    "annotation-measure/geoparsing_gritta/data/Corpora/GeoVirus.xml",
    "gazetteers/petrarch2/petrarch2/data/dictionaries/Phoenix.Countries.actors.txt",
    "gazetteers/petrarch2/petrarch2/data/dictionaries/Phoenix.International.actors.txt",
    "gazetteers/petrarch2/petrarch2/data/dictionaries/Phoenix.MilNonState.actors.txt",
    "ner-misc/data/wikigold/CONLL-format/data/*",
    "ner-misc/data/BTC/CONLL-format/data/*.conll",
    "ner-misc/data/WNUT17/CONLL-format/data/train/*",
    "ner-misc/data/re3d/CONLL-format/data-by-source/conll/Australian_Department_of_Foreign_Affairs/*.conll",
    "ner-misc/data/re3d/CONLL-format/data-by-source/conll/CENTCOM/*.conll",
    "ner-misc/data/re3d/CONLL-format/data-by-source/conll/UK_Government/*.conll",
    "ner-misc/data/re3d/CONLL-format/data-by-source/conll/US_State_Department/*.conll",
    "ner-misc/data/re3d/CONLL-format/data-by-source/conll/Wikipedia/*.conll",
)


def green_files(cache: Path, pattern: str) -> list[Path]:
    """Return the files of one green set, in the order of their names; refuse a pattern that is not on the list."""
    return listed_files(cache, pattern, GREEN)
