"""Tables to facts: a layout says what each row of a file states, and the row is the citation."""
