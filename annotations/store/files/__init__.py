"""How do files keep it? Bytes that nobody touched stay, and a save that is cut short is whole."""
