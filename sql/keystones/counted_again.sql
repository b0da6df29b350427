-- gone, k: what is counted again at once
SELECT h.gone, h.k FROM hit h JOIN loss_part l ON l.gone = h.gone JOIN part p ON p.part = l.part
