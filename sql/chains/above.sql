-- thing, larger: what claims are about, with itself and the larger events that it is a part of
SELECT id AS thing, id AS larger FROM thing
UNION
SELECT about, about FROM claim
