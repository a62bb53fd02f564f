"""The training of the entailer: open pairs, pairs made from open news, the network, and what ships."""
