-- claim, root: ends of chains that speak for what they are about
SELECT e.claim, e.root FROM standing_end e JOIN claim r ON r.id = e.root WHERE r.side IN ('for', 'ahead')
