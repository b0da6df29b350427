-- document, other, n: each document with what it prints again or translates, n copies further up
SELECT id AS document, id AS other, 0 AS n FROM document
