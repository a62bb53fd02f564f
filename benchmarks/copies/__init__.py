"""How fast copies are found among many short articles, and how much memory that takes, beside two MinHash libraries."""
