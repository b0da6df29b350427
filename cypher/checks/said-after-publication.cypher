// Which claims were said after the document that cites them appeared?
// :about   A speech cannot follow its own report; of an approximate or uncertain day nothing is said.
// :returns claim str, said date, said_text span, document str, published date
// :key     claim, document
// :order   claim, document
MATCH (c:Claim)-[k:CITED_IN]->(d:Document)
WHERE coalesce(k.printed_said_to, c.said) > d.published_to
  AND NOT coalesce(k.printed_said_precision, c.said_precision) IN ['approximate', 'uncertain']
RETURN DISTINCT c.id AS claim, coalesce(k.printed_said_to, c.said) AS said, coalesce(k.printed_said_text, c.said_text) AS said_text, d.id AS document, d.published_to AS published
ORDER BY claim, document;
