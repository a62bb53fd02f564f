"""The newsroom's day: what is due, its stage, the store."""
