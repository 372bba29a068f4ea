"""Tests, in rooms like the project's own: `tests/geodata/` tests `geodata/`, and so on."""
