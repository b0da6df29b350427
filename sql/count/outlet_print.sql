-- claim, document, original, outlet: what an outlet says in its own voice, where it printed that, and who printed it first
SELECT DISTINCT c.id AS claim, p.document, o.original, coalesce(f.outlet, '') AS outlet
FROM claim c JOIN actor a ON a.id = c.speaker AND a.own_voice AND a.voice <> 'document'
  JOIN place p ON p.claim = c.id JOIN document d ON d.id = p.document AND d.outlet = c.speaker
  JOIN original o ON o.document = d.id JOIN document f ON f.id = o.original
