"""A store in memory, for tests and for what ends with its process."""
