SELECT world, claim FROM day_hidden
UNION
SELECT h.world, c.id FROM day_hidden h JOIN claim c ON c.about = h.claim
