-- gone, k: what is counted again
SELECT h.gone, h.k FROM hit h JOIN looked_at g ON g.gone = h.gone
