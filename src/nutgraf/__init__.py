"""nutgraf: what many outlets print about one event, compared to the word."""

__version__ = "0.1.0"
