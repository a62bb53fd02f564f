"""Which articles carry one text, measured on edits made by program, on pairs read by hand, on a large background."""
