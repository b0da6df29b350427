-- part, thing: what claims are about, and the larger events
SELECT DISTINCT s.part, u.larger AS thing
FROM slice_claim s JOIN claim c ON c.id = s.claim JOIN above u ON u.thing = c.about
