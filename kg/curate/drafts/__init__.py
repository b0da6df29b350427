"""Drafts: claims that a machine proposes and that only a person makes part of the facts.

They lie in `drafts/` beside the seeds, one file a document, and nothing that reads facts looks there.
"""
