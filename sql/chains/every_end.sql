-- claim, root: the ends of all chains; a claim that relays nothing is its own
SELECT claim, root FROM chain_end
UNION ALL
SELECT c.id, c.id FROM claim c WHERE NOT EXISTS (SELECT 1 FROM relaying r WHERE r.claim = c.id)
