"""The line classifier: from pages and features to weights."""
