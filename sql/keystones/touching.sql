-- k, claim: without which what supports it may be other than it is
SELECT v.k, v.claim FROM vote v JOIN supported s ON s.k = v.k WHERE v.does <> 'nothing'
UNION
SELECT k, claim FROM speaking_against
