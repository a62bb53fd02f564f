"""Story to comparison."""
