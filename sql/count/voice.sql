-- k, v, speaker, kind, why: as what each speaker counts, by the best that it says
SELECT k, v, speaker, kind,
  CASE WHEN NOT firm THEN CASE WHEN unsure THEN 'in question' WHEN hidden THEN 'held back' ELSE 'presumes' END
    WHEN kind = 'unnamed' THEN CASE WHEN placed THEN 'described' ELSE 'no body' END
    WHEN NOT firsthand AND compiles THEN 'compiles'
    WHEN NOT firsthand AND lesser THEN 'own voice'
    WHEN kind IN ('joint', 'document') THEN kind
    ELSE 'named' END AS why
FROM (
  SELECT h.k, h.v, h.speaker, r.kind, bool_or(h.firm) AS firm, bool_and(h.unsure) AS unsure, bool_and(h.hidden) AS hidden,
    bool_or(h.firm AND o.speaker IS NOT NULL) AS placed, bool_or(h.firm AND r.firsthand) AS firsthand,
    bool_and(NOT h.firm OR s.compiles) AS compiles, bool_and(NOT h.firm OR s.lesser) AS lesser
  FROM heard h JOIN root_day r ON r.claim = h.claim AND r.speaker = h.speaker
    JOIN speaks_as s ON s.speaker = r.speaker AND s.day = r.day
    LEFT JOIN (SELECT DISTINCT speaker, day FROM office_day) o ON o.speaker = r.speaker AND o.day = r.day
  GROUP BY h.k, h.v, h.speaker, r.kind
) every_one
