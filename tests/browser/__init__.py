"""A real browser on the running app, with the rest of the world out of its reach."""
