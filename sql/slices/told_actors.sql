-- actors
SELECT id, name, voice, own_voice, compiles FROM actor ORDER BY 1
