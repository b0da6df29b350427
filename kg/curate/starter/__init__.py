"""What a new corpus begins with."""
