SELECT claim FROM viewed
UNION
SELECT b.other FROM viewed v JOIN beneath b ON b.claim = v.claim
UNION
SELECT o.id FROM viewed v JOIN claim c ON c.id = v.claim JOIN claim o ON o.id = c.about
