"""Bad input, counted: what breaks the program, takes too long or too much, is lost in silence (faults.md, R3)."""
