"""Extraction measured beside the peers on the public benchmarks."""
