-- relays of which both ends were known
SELECT r.* FROM every_relay r JOIN claim c ON c.id = r.claim JOIN claim o ON o.id = r.other
