"""What comparing the accounts of a story gives, against what careful readers found in twelve stories."""
