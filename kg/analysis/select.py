"""Which claims a question is about: those of a topic, an event with its parts, an actor with its members."""

from __future__ import annotations

from collections.abc import Collection

from kg.analysis.belonging import Belonging
from kg.analysis.world import World
from kg.errors import CallError, Problem, article, nearest


def select(
    world: World, *, topic: str | None = None, event: str | None = None, actor: str | None = None
) -> frozenset[str] | None:
    """Return the claims that fit every condition given, None when there is no condition.

    Args:
        world: the claims.
        topic: id of the topic under which a claim is read.
        event: id of the event that a claim is about, or of a larger event that it is a part of.
        actor: id of one who speaks, alone or with others, or of an actor to which one of these belongs on the
            day of the speech.

    Raises:
        CallError: the world has no such topic, event or actor.

    Example:
        >>> from kg.analysis.world import small_world
        >>> sorted(select(small_world("a b"), actor="a"))
        ['a']
    """
    if topic is None and event is None and actor is None:
        return None
    known(topic, world.topics, "--topic", "Topic")
    known(event, [i for i, thing in world.things.items() if thing.event], "--event", "Event")
    known(actor, world.actors, "--actor", "Actor")
    parts = {} if event is None else {i: event in ancestors(world, i) for i in world.things}
    belonging = Belonging(world)
    return frozenset(
        id_
        for id_, c in world.claims.items()
        if (topic is None or c.topic == topic)
        and (event is None or parts[c.about])
        and (actor is None or belonging.speaks(actor, c))
    )


def known(given: str | None, ids: Collection[str], option: str, label: str) -> None:
    """Refuse an id that names nothing.

    Raises:
        CallError: with the nearest id that exists.
    """
    if given is not None and given not in ids:
        expected = f"the id of {article(label)} {label}"
        raise CallError(
            Problem(
                f"{option}: there is no {label} '{given[:80]}'",
                expected=expected,
                nearest=nearest(given, ids),
            )
        )


def ancestors(world: World, thing: str) -> list[str]:
    """Return a thing and the larger events that it is a part of, the nearest first.

    The walk ends where it would go in a circle.
    """
    line = [thing]
    while thing in world.things and (up := world.things[thing].within) is not None and up not in line:
        line.append(up)
        thing = up
    return line
