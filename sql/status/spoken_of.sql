-- k: something that stands is about it
SELECT DISTINCT c.about AS k FROM claim c JOIN standing s ON s.claim = c.id
