"""What texts of the field speak of must be sayable, and said by a claim of some corpus here."""
