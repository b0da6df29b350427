-- claim, here: what these pass on that speaks for it
SELECT claim, claim AS here FROM unfit
