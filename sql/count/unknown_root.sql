-- k, claim, unsure: roots whose speaker no text names or describes
SELECT r.k, r.root AS claim, r.unsure FROM reached r JOIN root_speaker s ON s.claim = r.root WHERE s.speaker IS NULL
