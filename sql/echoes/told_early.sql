-- relays that may be older than what they relay: both spans of days, and who speaks
SELECT r.claim, r.other, c.said_from, c.said_to, c.said_text, o.said_from, o.said_to, o.said_text, s.name, t.name
FROM retelling r JOIN claim c ON c.id = r.claim JOIN claim o ON o.id = r.other
  JOIN said_name s ON s.claim = r.claim JOIN said_name t ON t.claim = r.other
WHERE c.said_to <= o.said_from
ORDER BY r.other, r.claim
