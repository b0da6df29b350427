"""What people find when they compare facts with their sources, and how far a corpus has come."""
