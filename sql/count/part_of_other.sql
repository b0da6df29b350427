-- k, v, speaker, other: a body of the one is above a body of the other
SELECT DISTINCT f.k, f.v, f.speaker, a.speaker AS other
FROM free f JOIN free_above a ON a.k = f.k AND a.v = f.v AND a.larger = f.office AND a.speaker <> f.speaker
