-- k, v, speaker: the named and these
SELECT DISTINCT k, v, speaker FROM witness WHERE why IN ('named', 'document')
UNION
SELECT k, v, speaker FROM uncovered
