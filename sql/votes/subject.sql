-- k: what claims are about, and the larger events
SELECT DISTINCT a.larger AS k FROM (SELECT DISTINCT about FROM claim) c JOIN above a ON a.thing = c.about
