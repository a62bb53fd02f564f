"""Source to pages."""
