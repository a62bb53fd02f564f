"""Trained and counted models behind plain callables."""
