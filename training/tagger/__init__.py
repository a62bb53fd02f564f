"""How the tagger is made: from green corpora to int8 weights, one command: `python -m training.tagger`."""
