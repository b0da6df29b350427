SELECT thing, larger FROM above
UNION
SELECT a.thing, t.within FROM above a JOIN thing t ON t.id = a.larger WHERE t.within IS NOT NULL
