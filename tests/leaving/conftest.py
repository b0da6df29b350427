"""Readers of other programs are no modules of ours: they run in an environment of their own."""

collect_ignore_glob = ["readers/*"]
