"""From facts to a store: seeds or files of any size, compared first, so that only what differs is written."""
