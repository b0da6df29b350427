MATCH (d:Document)<-[k:CITED_IN]-(c:Claim)
WHERE (k.wording IS NOT NULL OR k.printed_quantity_unit IS NOT NULL OR k.printed_said_text IS NOT NULL OR k.printed_when_text IS NOT NULL)
RETURN d.id AS document, k.paragraph AS paragraph, c.speaker_name AS speaker, c.how_many AS figure, c.wording AS wording, coalesce(k.printed_quantity_wording, k.wording) AS printed, k.printed_quantity_low AS low, k.printed_quantity_high AS high, c.said AS said, k.printed_said_text AS printed_said, k.printed_when_text AS printed_when, k.note AS note, k.start AS start, c.id AS claim
ORDER BY claim, document, paragraph, start
