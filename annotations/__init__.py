"""What, when, who says so: the hand-annotated tables and what they mean."""
