"""Article to annotation."""
