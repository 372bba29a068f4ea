"""How does somebody get out of it? Records taken out of everything that holds them."""
