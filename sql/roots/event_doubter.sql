-- k, speaker: who doubts the whole; those of a joint statement each alone
SELECT DISTINCT x.k, s.speaker FROM opposed x JOIN claim_speaker s ON s.claim = x.claim WHERE x.does = 'doubting'
