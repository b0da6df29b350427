// Which actors belong to something at more than twelve removes?
// :about   Questions about an actor look at whom it belongs to, and who belongs to it, up to twelve removes: beyond, they
//          would leave something out without a word.
// :returns actor str
// :key     actor
// :order   actor
MATCH (a:Actor)-[:PART_OF*13..13]->(:Actor)
RETURN DISTINCT a.id AS actor
ORDER BY actor;
