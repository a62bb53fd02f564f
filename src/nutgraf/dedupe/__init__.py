"""Articles to copies."""
