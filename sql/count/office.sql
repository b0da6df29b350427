-- k, v, speaker, office: what the described are said to belong to
SELECT DISTINCT w.k, w.v, w.speaker, o.larger AS office
FROM witness w JOIN office_day o ON o.speaker = w.speaker AND o.day = w.day WHERE w.why = 'described'
