-- those that are asked about
SELECT f.* FROM all_judged_figure f JOIN about_asked a ON a.claim = f.id
