"""Accuracy under test: gold labels, the scorer, the gate and its floors."""
