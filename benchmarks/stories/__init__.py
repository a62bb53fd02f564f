"""How fast stories grow article by article, with ten thousand and more in the window, beside indexes of vectors."""
