"""Page to articles."""
