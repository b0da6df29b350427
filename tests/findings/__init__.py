"""The sentences that state answers."""
