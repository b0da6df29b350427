-- claim, wrong, day: documents that are corrected, and when, where retractions of a claim are printed
SELECT DISTINCT r.other AS claim, x.wrong, d.published AS day
FROM retraction r JOIN place p ON p.claim = r.claim JOIN correction x ON x.document = p.document
  JOIN document d ON d.id = p.document
