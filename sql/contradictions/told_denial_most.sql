-- the largest circle
SELECT max(size) + 1 FROM denial_circle
