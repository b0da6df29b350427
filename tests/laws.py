"""How many examples a law is tried on: in `make test` as many as written, in `make test-rest` five times."""

from __future__ import annotations

from hypothesis import settings

# A busy machine is no fault, so nothing has to be quick. Where CI is set the examples are always the same.
settings.register_profile("few", deadline=None, max_examples=100)
settings.register_profile("many", settings.get_profile("few"), max_examples=500)
settings.load_profile("few")


def examples(count: int) -> int:
    """Return how many examples this run tries of a law that is usually tried on `count`."""
    return count * settings().max_examples // 100
