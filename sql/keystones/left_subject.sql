-- k: what is counted again
SELECT k || ' ' || gone AS k FROM counted_again
