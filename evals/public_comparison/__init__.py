"""The parts of the comparison on public sets: what is put together, how pairs are judged, figures compared."""
