"""Comparison to brief."""
