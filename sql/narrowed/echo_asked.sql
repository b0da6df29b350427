-- root, reports: those in which a claim that is asked about takes part
SELECT e.* FROM all_echo e JOIN (
  SELECT claim AS root FROM among
  UNION
  SELECT m.root FROM echo_of m JOIN among a ON a.claim = m.claim
) x ON x.root = e.root
