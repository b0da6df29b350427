MATCH (d:Document)<-[:CITED_IN]-(c:Claim)
WITH d, c
WHERE c.taken_back IS NULL
MATCH (c)-[:ROOTED_IN*0..1]->(r:Claim)
WHERE r.root AND r.taken_back IS NULL
WITH DISTINCT d, r
WITH d, collect(r) AS roots, count(r) AS number
UNWIND roots AS r
WITH r, collect([d.id, number]) AS told
WHERE size(told) > 1
UNWIND told AS first
UNWIND told AS second
WITH r, first, second
WHERE first[0] < second[0]
WITH first[0] AS one, second[0] AS other, first[1] AS of_one, second[1] AS of_other, r.id AS root, r.speaker_name AS speaker
ORDER BY root
WITH one, other, of_one, of_other, collect(root) AS roots, collect(DISTINCT speaker) AS speakers
RETURN one AS one, other AS other, size(roots) AS shared, of_one AS of_one, of_other AS of_other, speakers AS speakers, roots AS roots
ORDER BY shared DESC, one, other
