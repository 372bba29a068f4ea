"""What became public, in words and as a file."""
