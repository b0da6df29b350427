"""Answers that need more than one statement: pure functions on what a store returned."""
