-- k, name
SELECT id AS k, name FROM thing
