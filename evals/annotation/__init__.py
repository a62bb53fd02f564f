"""Annotation on the public test sets: entities, attribution, quotes, times, quantities, places, coreference."""
