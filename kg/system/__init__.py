"""What the machine gives and takes away: files, disks, signals.

It knows nothing of facts.
"""
