"""How fast and how large the reading of pages is, beside trafilatura."""
