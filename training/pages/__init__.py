"""Pages written by us: frames, words and the generator that pours green text into them."""
