"""One file per thing that is scored; each returns scores made of single trials."""
