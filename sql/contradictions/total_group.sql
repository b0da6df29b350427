-- figures that one speaker gave of an event, of which several say of what and some do not
SELECT kind, about, coalesce(speaker, '') AS speaker
FROM judged_figure GROUP BY kind, about, coalesce(speaker, '')
HAVING count(sort) > 1 AND count(sort) < count(*)
