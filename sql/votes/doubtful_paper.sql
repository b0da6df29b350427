-- document: it, or what it copies, is in question
SELECT DISTINCT k.document FROM copied k JOIN questioned q ON q.target = k.other
