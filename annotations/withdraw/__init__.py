"""How does somebody get out of it? Records removed from everything that holds them."""
