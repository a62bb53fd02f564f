"""Bad input, counted: what of it breaks the program, takes too long or too much, or is lost in silence (faults.md, R3)."""
