"""How the regressions of the comparison were fitted: which statements say one thing, and what in them does."""
