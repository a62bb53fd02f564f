"""The records every room speaks: frozen dataclasses in the order a page becomes a brief."""
