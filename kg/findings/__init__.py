"""Findings: the sentences that state the answer to a question or about an event."""
