MATCH (f:Finding)-[:OF_TYPE]->(w:WeaponType)
WITH f, w
WHERE EXISTS { MATCH (f)<-[:PART_OF_EVENT*0..]-(:Event)<-[:ABOUT]-(k:Claim)
  }
OPTIONAL MATCH (f)-[:PART_OF_EVENT*0..]->(:Event)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(x:Claim)
WHERE x.side IN ['against', 'doubt'] AND x.facet = 'whole' AND (x.id = t.id OR t.side IN ['for', 'ahead'])
  AND x.taken_back IS NULL
  AND (x.root OR EXISTS { MATCH (x)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH f, w, count(DISTINCT CASE WHEN x.side = 'against' THEN x.id ELSE null END) AS denied,
     count(DISTINCT CASE WHEN x.side = 'doubt' THEN x.id ELSE null END) AS doubted,
     collect(DISTINCT CASE WHEN x.side = 'doubt' THEN x.speaker_id ELSE null END) AS doubters
OPTIONAL MATCH (f)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side IN ['for', 'ahead'] AND (p.id = f.id OR (c.side = 'for' AND (coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(f.stage, 'delivered') IN ['delivered', 'under-way'])))
  AND c.taken_back IS NULL
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
WITH f, w, denied, doubted, count(DISTINCT CASE WHEN c.side <> 'for' OR c.speaker_id IN doubters THEN null ELSE c.id END) AS asserted,
     count(DISTINCT CASE WHEN c.side = 'for' AND c.speaker_id IN doubters THEN c.id ELSE null END) AS wavering,
     count(DISTINCT CASE WHEN c.side = 'ahead' THEN c.id ELSE null END) AS ahead
WHERE denied + doubted + asserted + wavering + ahead > 0
WITH f, w, asserted AS asserted, denied AS denied, doubted + wavering AS questioned, CASE WHEN ahead > 0 AND asserted + wavering = 0 AND coalesce(f.stage, 'delivered') IN ['delivered', 'under-way'] THEN 'expected' ELSE f.stage END AS stage
OPTIONAL MATCH (f)-[:FOUND_BY]->(a:Actor)
OPTIONAL MATCH (f)-[:SUPPORTS]->(e:Event)
WITH f, w, asserted, denied, questioned, stage, a, e ORDER BY e.id
WITH f, w, asserted, denied, questioned, stage, a, collect(e.id) AS supports
OPTIONAL MATCH (f)-[:AT]->(pl:Place)
WITH f, w, asserted, denied, questioned, stage, a, supports, pl ORDER BY pl.name
WITH f, w, asserted, denied, questioned, stage, a, supports, collect(pl.name) AS places
RETURN w.name AS weapon, f.name AS name, stage AS stage, a.name AS found_by, places AS places, supports AS supports, asserted AS asserted, denied AS denied, questioned AS questioned, f.id AS finding, w.id AS weapon_type
ORDER BY weapon_type, finding
