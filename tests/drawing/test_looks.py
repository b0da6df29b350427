from __future__ import annotations

import itertools
from typing import get_args

import pytest

from kg.analysis.grading import StatusWord
from kg.model.kinds import registry
from kg.model.kinds.claim import Stance
from kg.model.looks import OTHER_KIND, Shape
from kg.picture.looks import (
    EXTRAS,
    HEATS,
    INK,
    KINDS,
    PAPER,
    SOFT,
    STANCES,
    STATUSES,
    dashes_of,
    fill,
    kind_of,
    line_of,
    look_of,
)

THEMES = ("light", "dark")
DOUBTFUL = ("asserts", "denies", "cannot-confirm", "doubts", "expects")


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_shapes_and_lines_stand_out_from_the_page_and_labels_from_what_is_behind_them(theme: str) -> None:
    for look in KINDS.values():
        assert contrast(getattr(look, theme), PAPER[theme]) >= 3
        assert contrast(INK[theme], fill(look, theme, True)) >= 4.5
    for table in (STANCES, STATUSES, EXTRAS):
        for style, line in table.items():
            if style in HEATS:  # no shape or line: the ground of a number
                continue
            assert contrast(getattr(line, theme), PAPER[theme]) >= 3
            for kind in KINDS.values():  # an outline around a box of that kind
                assert contrast(getattr(line, theme), fill(kind, theme, True)) >= 2.5
    for key in ("RELAYS", "ANSWERS", "IN_RETURN_FOR", "DELIVERED", "CITED_IN"):
        assert contrast(getattr(line_of(key), theme), PAPER[theme]) >= 3
    assert contrast(INK[theme], PAPER[theme]) >= 7
    assert contrast(SOFT[theme], PAPER[theme]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_shades_of_cells_leave_their_number_readable_and_grow_from_one_to_the_next(theme: str) -> None:
    shades = [getattr(EXTRAS[style], theme) for style in HEATS]
    assert all(contrast(INK[theme], shade) >= 4.5 for shade in shades)
    for less, more in itertools.pairwise([PAPER[theme], *shades]):
        assert contrast(more, PAPER[theme]) > contrast(less, PAPER[theme])
        assert contrast(less, more) >= 1.1


def pattern(dashes: tuple[int, ...]) -> tuple[float, float]:
    """Return the share of a line that is drawn, and the length after which it repeats.

    What tells lines apart in grey.
    """
    return (sum(dashes[::2]) / sum(dashes), sum(dashes)) if dashes else (1.0, 0.0)


@pytest.mark.parametrize("derived", [False, True])
@pytest.mark.parametrize("table", [STANCES, STATUSES], ids=["stances", "statuses"])
def test_stances_and_statuses_differ_without_any_colour(table: dict[str, object], derived: bool) -> None:
    for one, other in itertools.combinations(table, 2):
        if derived and table is STATUSES:
            continue  # a status is an outline, never a derived line
        a, b = dashes_of(one, derived), dashes_of(other, derived)
        ends = line_of(one).end != line_of(other).end
        share = abs(pattern(a)[0] - pattern(b)[0]) >= 0.1
        length = abs(pattern(a)[1] - pattern(b)[1]) >= 4
        assert ends or share or length, f"{one} and {other} look alike in grey"
        assert a != b


def test_derived_lines_are_dotted_and_others_are_not() -> None:
    for stance in STANCES:
        assert dashes_of(stance, True)[0] == 1
        assert not dashes_of(stance, False) or dashes_of(stance, False)[0] > 1


# Machado, Oliveira, Fernandes (2009): matrices for full deuteranopia and protanopia, in linear light
BLIND = {
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}


def seen_by(colour: str, who: str) -> tuple[float, ...]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return tuple(
        max(0.0, min(1.0, sum(m * v for m, v in zip(row, linear, strict=True)))) for row in BLIND[who]
    )


@pytest.mark.parametrize("who", BLIND)
@pytest.mark.parametrize("theme", THEMES)
def test_asserted_and_denied_differ_in_colour_for_everyone(theme: str, who: str) -> None:
    one, other = (seen_by(getattr(STANCES[s], theme), who) for s in ("asserts", "denies"))
    assert sum(abs(a - b) for a, b in zip(one, other, strict=True)) > 0.15


def test_no_kind_is_told_by_colour_alone() -> None:
    kinds = [(k.shape, k.mark, k.filled, k.dashed) for k in KINDS.values()]
    assert len(set(kinds)) == len(kinds)
    assert {k.shape for k in KINDS.values()} <= set(get_args(Shape))


def test_every_stance_and_every_status_has_a_look() -> None:
    assert set(STANCES) == set(get_args(Stance))
    assert set(STATUSES) == set(get_args(StatusWord))


@pytest.mark.parametrize("kind", registry())
def test_every_kind_of_fact_has_a_look_whatever_the_order_of_its_labels(kind: str) -> None:
    names = [*registry()[kind].LABELS, "Kg"]
    assert {kind_of(order) for order in itertools.permutations(names)} == {kind_of(names)}
    assert kind_of(names) in KINDS
    assert look_of("Brandnew") == OTHER_KIND
