-- part, event, weapon
SELECT s.part, o.event, o.weapon FROM slice_thing s JOIN thing_of o ON o.event = s.thing ORDER BY 1, 2, 3
