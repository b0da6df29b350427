"""Where places are: inside of the larger place that they are said to lie in."""

from __future__ import annotations

from collections.abc import Iterator

from kg.curate.check.rule import Corpus, rule
from kg.errors import Problem
from kg.model.kinds.place import Place
from kg.model.point import apart_km


@rule(
    "outside-its-place",
    "warning",
    "The point of a place lies outside of the circle of the larger place that it is within. Latitude and"
    " longitude may be swapped, a sign lost, or the radius of the larger place too small.",
)
def outside(corpus: Corpus) -> Iterator[Problem]:
    """Find points beyond the circle of the place around them."""
    for item in corpus.of(Place):
        place, wider = item.fact, corpus.by_id[item.fact.within].fact if item.fact.within else None
        if not isinstance(wider, Place):
            continue
        at = (place.latitude, place.longitude, wider.latitude, wider.longitude, wider.within_km)
        if None in at:
            continue
        away = round(apart_km(*(value or 0.0 for value in at[:4])))
        if away > (wider.within_km or 0.0):
            what = f"the point of '{place.id}' is {away:,} km from that of '{wider.id}', which it is within"
            yield Problem(
                what,
                item.place("latitude"),
                f"at most {wider.within_km:g} km",
                todo="look at latitude, longitude, and 'within_km' of the larger place",
            )
