SELECT gone, claim FROM lost
UNION
SELECT l.gone, c.id FROM lost l JOIN claim c ON c.about = l.claim
