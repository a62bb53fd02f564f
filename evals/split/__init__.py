"""Pages with several articles or none, with what a careful reader finds on them."""
