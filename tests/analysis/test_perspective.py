"""One actor's world: joint statements, one side of an event, and what is answered; by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.analysis.perspective import according_to
from kg.analysis.reading import joint_actor
from kg.analysis.select import select
from kg.analysis.world import Actor, Member, Thing, World, small_world


def told(*claims: tuple[str, str], speaker: str = "a") -> World:
    """A world of (stance, facet) by one speaker."""
    base = small_world(" ".join(f"c{n}" for n in range(len(claims))))
    rows = {
        f"c{n}": base.claims[f"c{n}"]._replace(stance=stance, facet=facet, speaker=speaker)
        for n, (stance, facet) in enumerate(claims)
    }
    return replace(base, claims=rows, actors={"a": Actor("A", "person"), "b": Actor("B", "person")})


@pytest.mark.parametrize(
    ("claims", "view"),
    [
        ([("cannot-confirm", "how-many")], "number open"),
        ([("denies", "how-many")], "number not so"),
        ([("doubts", "when")], "time open"),
        ([("denies", "who")], "who not so"),
        ([("asserts", "what")], "so"),  # "the shells are of 122 mm" presupposes the shells
        ([("asserts", "whole"), ("cannot-confirm", "how-many")], "so"),  # how many leaves the event alone
        ([("comments", "whole"), ("cannot-confirm", "how-many")], "number open"),  # a remark decides nothing
        ([("asserts", "whole"), ("cannot-confirm", "whole")], "open"),
        ([("denies", "whole"), ("cannot-confirm", "whole")], "not so"),
        ([("denies", "how-many"), ("asserts", "whole")], "so"),  # near miss: no "both so and not so"
    ],
)
def test_one_side_of_an_event_is_not_the_event(claims: list[tuple[str, str]], view: str) -> None:
    (found,) = according_to(told(*claims), "a")
    assert found.view == view
    sided = [facet for stance, facet in claims if facet != "whole" and stance != "asserts"]
    assert all(word in found.rule for word in ("number",) if "how-many" in sided)


def joint() -> World:
    """Claim c0 is of A and B together; B belongs to state s."""
    base = told(("asserts", "whole"), speaker="a+b")
    actors = {**base.actors, "s": Actor("S", "state")}
    actors["b"] = actors["b"]._replace(part_of=(Member("s"),))
    return replace(base, actors={**actors, "a+b": joint_actor("a+b", actors)})


def test_a_joint_statement_belongs_to_each_who_speaks_in_it() -> None:
    world = joint()
    assert [b.view for b in according_to(world, "a")] == ["so"]
    assert [b.view for b in according_to(world, "b")] == ["so"]
    assert according_to(world, "s") == []  # the state itself does not speak
    assert [b.view for b in according_to(world, "s", members=True)] == ["so"]
    assert [sorted(select(world, actor=actor) or ()) for actor in ("a", "b", "s")] == [["c0"]] * 3
    stranger = replace(world, actors={**world.actors, "x": Actor("X", "person")})
    assert select(stranger, actor="x") == frozenset()


def test_who_cannot_confirm_an_answer_does_not_confirm_what_it_answers() -> None:
    # A remarks where a statement came from, and says of it that nothing confirms the use
    base = told(("cannot-confirm", "whole"), ("comments", "whole"))
    use = base.claims["c0"]._replace(id="use", stance="asserts", speaker="b", about="use")
    world = replace(
        base,
        claims={**base.claims, "use": use},
        answers={"c0": ("use",), "c1": ("use",)},
        things={**base.things, "use": Thing("use")},
    )
    assert [(b.about, b.view, b.claims) for b in according_to(world, "a")] == [
        ("e", "open", ("c0", "c1")),
        ("use", "open", ("c0",)),  # the remark that answers does nothing to the use
    ]
