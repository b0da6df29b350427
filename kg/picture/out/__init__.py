"""Drawings as files: page, SVG, PNG, PDF, pyvis and JSON."""
