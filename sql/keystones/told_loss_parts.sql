-- part: which there are
SELECT DISTINCT part FROM loss_part ORDER BY 1
