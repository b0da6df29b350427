-- tellers that are among the speakers of the roots, with the other roots that they pass on
SELECT DISTINCT b.k, c.speaker AS teller, coalesce(c.said_to, DATE '9999-12-31') AS teller_day,
  r.speaker AS other, coalesce(r.said_to, DATE '9999-12-31') AS other_day, coalesce(r.speaker, ('? ' || r.id)) AS named
FROM behind b JOIN claim c ON c.id = b.claim JOIN claim r ON r.id = b.root
  JOIN (SELECT DISTINCT x.k, y.speaker FROM reached x JOIN claim y ON y.id = x.root) own
    ON own.k = b.k AND own.speaker = c.speaker
  LEFT JOIN held_claim h ON h.claim = b.root
WHERE h.claim IS NULL AND (r.speaker IS NULL OR r.speaker <> c.speaker)
