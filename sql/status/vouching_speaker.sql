-- k, speaker: who vouches
SELECT DISTINCT v.k, e.speaker FROM vote v JOIN end_name e ON e.claim = v.claim
WHERE v.does = 'vouching' AND EXISTS (SELECT 1 FROM opposed x WHERE x.k = v.k AND x.does = 'denying')
