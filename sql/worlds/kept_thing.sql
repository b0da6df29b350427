-- world, thing: what claims of a world are about, and the larger events
SELECT DISTINCT k.world, u.larger AS thing
FROM kept_claim k JOIN claim c ON c.id = k.claim JOIN above u ON u.thing = c.about
