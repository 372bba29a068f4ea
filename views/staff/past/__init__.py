"""What became public, and what was withdrawn, in words and as a file."""
