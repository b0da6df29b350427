-- actors, and the documents of each world that say something themselves
SELECT id, name, voice, own_voice, compiles FROM actor
UNION ALL
SELECT a.id || ' ' || k.world, a.name, a.voice, a.own_voice, a.compiles
FROM actor a JOIN kept_document k ON k.document = a.id
