"""Pairs of short accounts, labelled by kind of difference."""
