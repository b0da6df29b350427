-- their figures
SELECT f.claim || ' ' || k.world AS claim, f.low, f.high, f.low_open, f.high_open, f.approximate, f.vague, f.unit, f.measure,
  f.mode, f.stage, f.wording, f.how_many, f.sort, f.currency, f.total, f.per
FROM figure f JOIN kept_claim k ON k.claim = f.claim
