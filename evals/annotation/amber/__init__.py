"""The tagger's network trained on PolNeAR, for one line of a table: amber data, never shipped."""
