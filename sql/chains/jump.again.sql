SELECT DISTINCT j.claim, coalesce(n.here, j.here) AS here FROM jump j LEFT JOIN jump n ON n.claim = j.here
