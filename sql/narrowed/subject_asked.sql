-- k: what claims that are asked about are about
SELECT DISTINCT c.about AS k FROM among a JOIN claim c ON c.id = a.claim
