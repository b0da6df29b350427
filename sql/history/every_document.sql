-- document: all that there are
SELECT id AS document FROM document
