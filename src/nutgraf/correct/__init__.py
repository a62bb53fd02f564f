"""Stories corrected by hand: what a person asks, as an event; then the stories told anew."""
