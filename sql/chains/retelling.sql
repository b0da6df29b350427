-- claim, other: relays that are compared with what they relay
SELECT claim, other FROM relay WHERE claim <> other
