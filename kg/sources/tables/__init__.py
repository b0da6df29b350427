"""Tables to facts: a file is read row by row, a layout says what each row states, and the row is the citation."""
