"""One loader for each benchmark."""
