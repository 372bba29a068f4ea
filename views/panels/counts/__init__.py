"""What is counted beside the journeys, and who says so."""
