-- every event with what its status rests on
SELECT s.k, s.name, s.stage, coalesce(s.ahead, false), coalesce(n.least, 0), coalesce(n.most, 0), coalesce(n.witnesses, 0),
  coalesce(w.vouched, false), coalesce(w.presumed, false), coalesce(w.wavered, false), coalesce(w.expected, false),
  coalesce(o.denied, false), coalesce(o.doubted, false), EXISTS (SELECT 1 FROM partly p WHERE p.k = s.k),
  coalesce(w.all_questioned, true), coalesce(w.all_loose, true), EXISTS (SELECT 1 FROM independent i WHERE i.k = s.k),
  coalesce(o.side_doubted, false), coalesce(f.witnesses, 0), coalesce(g.witnesses, 0), coalesce(q.outlets, 0), coalesce(r.outlets, 0),
  coalesce(y.judgeable, false), coalesce(y.no_body, false), coalesce(y.own_voice, false), coalesce(y.compiles, false),
  coalesce(y.presumes, false), coalesce(y.in_question, false), coalesce(y.unknown, false),
  coalesce(y.held_back, false)
FROM standing_event s LEFT JOIN counted n ON n.k = s.k LEFT JOIN weight w ON w.k = s.k
  LEFT JOIN counterweight o ON o.k = s.k LEFT JOIN why y ON y.k = s.k
  LEFT JOIN unhedged_counted f ON f.k = s.k LEFT JOIN unhedged_counted g ON g.k = s.k || ' without parts'
  LEFT JOIN printing_outlet q ON q.k = s.k LEFT JOIN printing_outlet r ON r.k = s.k || ' without parts'
ORDER BY 1
