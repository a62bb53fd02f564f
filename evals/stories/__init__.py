"""Which articles tell one event, measured on ECB+."""
