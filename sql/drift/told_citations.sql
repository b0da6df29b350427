-- what differs where a claim is printed: who says it, the claim with its figure, and the place
SELECT s.name, a.*, v.document, v.paragraph, v.begins, v.wording, v.note,
  v.printed_said_text, v.printed_said_from, v.printed_said_to, v.printed_when_text, v.printed_when_from, v.printed_when_to,
  v.low, v.high, v.low_open, v.high_open, v.approximate, v.vague, v.unit, v.measure, v.mode, v.stage, v.printed_wording,
  v.sort, v.currency, v.total, v.per
FROM variant v JOIN telling a ON a.id = v.claim JOIN said_name s ON s.claim = v.claim
ORDER BY a.id, v.document, v.paragraph, v.begins
