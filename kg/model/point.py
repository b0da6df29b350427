"""Where on Earth a fact is: a point, and how far from it the place may be."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic import Strict as Exact

from kg.model.base import Called, FieldError, ShortText
from kg.model.parts import Strict

EARTH_KM = 6371.0088
"""Mean radius of the Earth."""
_WHOLE = ("latitude", "longitude", "within_km", "coordinates_from")


class WithPoint(Strict):
    """A fact that can have a point on the map: all four fields, or none.

    The words are those of WGS 84; `within_km` is what Darwin Core calls the uncertainty of coordinates.

    Example:
        >>> from kg.model.kinds.place import Place
        >>> at = {"latitude": 50.45, "longitude": 30.52, "within_km": 25, "coordinates_from": "public maps"}
        >>> Place(id="kyiv", name="Kyiv", kind="city", **at).latitude
        50.45
    """

    latitude: Annotated[
        float | None, Exact(), Field(ge=-90, le=90), Called({"en": "Latitude", "de": "Breite"})
    ] = None
    """Decimal degrees north (WGS 84) of the middle of the place; south is negative."""
    longitude: Annotated[
        float | None, Exact(), Field(ge=-180, le=180), Called({"en": "Longitude", "de": "Länge"})
    ] = None
    """Decimal degrees east (WGS 84) of the middle of the place; west is negative."""
    within_km: Annotated[
        float | None,
        Exact(),
        Field(gt=0, le=10_000),
        Called({"en": "Within so many km of there", "de": "Höchstens so viele km davon"}),
    ] = None
    """Radius in kilometres of the circle around that point that holds the whole of what the name may mean."""
    coordinates_from: Annotated[
        ShortText | None, Called({"en": "Coordinates from", "de": "Koordinaten nach"})
    ] = None
    """Where the coordinates are from, in a few words ("public maps"); outside knowledge."""

    @model_validator(mode="after")
    def _whole_point(self) -> Self:
        given = [name for name in _WHOLE if getattr(self, name) is not None]
        missing = [name for name in _WHOLE if name not in given]
        if given and missing:
            raise FieldError(f"a point also needs {', '.join(missing)}", given[0])
        return self


def apart_km(latitude: float, longitude: float, other: float, east: float) -> float:
    """Return the way along the surface between two points in kilometres.

    Args:
        latitude: of the first, in degrees.
        longitude: of the first.
        other: latitude of the second.
        east: longitude of the second.

    Example:
        >>> round(apart_km(39.02, 125.75, 50.45, 30.52))
        7102
    """
    first, second = radians(latitude), radians(other)
    half = sin((second - first) / 2) ** 2
    half += cos(first) * cos(second) * sin(radians(east - longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))
