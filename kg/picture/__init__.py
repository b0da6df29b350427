"""Drawings: answers laid out as shapes, lines and texts that any output can paint."""
