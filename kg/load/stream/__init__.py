"""Loading files of any size in bounded memory.

    source    a file, packed or not, or standard input, as numbered lines; can be read again
    spool     records on disk, in partitions that each fit into memory
    outlines  names of properties, which records of rows leave out
    row_spools  nodes and edges on disk
    scratch   the folder on disk with the spools, deleted afterwards
    known     what claims look up while they become rows: speakers, documents, events
    relayed   the day on which what a claim relays became known, joined to its row
    claim_rows  rows of claims that name nothing but what is known
    check     pass 1: every line checked and turned into rows on disk, then its references, by partition
    second    a second process that makes rows of claims
    report    what is wrong, in the words of the checks of seed files
    compare   pass 2: rows of the file beside the rows of the store, partition by partition
    plan      what a load would do, and doing it, in batches by rows and bytes

Why so: docs/adr/ "A file is loaded in two passes over partitions on disk".
"""
