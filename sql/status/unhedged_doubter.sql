-- k, speaker: nobody
SELECT id AS k, id AS speaker FROM claim WHERE 1 = 0
