-- topic, claim: of that only what is asked about
SELECT s.* FROM all_supporting_topic s JOIN among a ON a.claim = s.claim
