-- k, root: asserted only by those who also doubt it
SELECT b.k, b.root
FROM (SELECT DISTINCT k, root FROM behind_all) b JOIN claim r ON r.id = b.root AND r.side = 'for'
  JOIN claim_speaker s ON s.claim = b.root LEFT JOIN doubter d ON d.k = b.k AND d.speaker = s.speaker
GROUP BY b.k, b.root HAVING count(*) = count(d.speaker)
