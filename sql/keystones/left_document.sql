-- world, document: likewise
SELECT DISTINCT k.world, p.document FROM left_claim k JOIN paper p ON p.claim = k.claim WHERE p.document <> k.world
