"""Ending a child at a random moment of its work."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.campaign.zygote import Ended, Job, Zygote

TRIES = 30
"""How often a child may be quicker than its killer before something is wrong with the killer."""

LATE = 0.6
"""Half of the moments fall after this share of the time, when most commands write."""


class Killer:
    """Kills children of one sort at moments spread over the time that one takes.

    The time is measured by letting one run, and again whenever one had ended before its moment.
    """

    def __init__(self, zygote: Zygote, chance: random.Random) -> None:
        """Nothing is measured yet."""
        self._zygote, self._chance = zygote, chance
        self._took: dict[object, float] = {}

    def kill(self, sort: object, prepare: Callable[[], Job]) -> Ended:
        """Prepare and begin a job until it was killed before its end.

        Args:
            sort: jobs of one sort take about the same time.
            prepare: puts everything back where it was and returns the job.
        """
        for _ in range(TRIES):
            if sort not in self._took:
                self._took[sort] = self._zygote.do(prepare())[0].seconds
            early, late = self._chance.uniform(0, 1), self._chance.uniform(LATE, 1.1)
            moment = self._took[sort] * self._chance.choice((early, late))
            ended = self._zygote.do(prepare()._replace(kill=moment))[0]
            if ended.killed:
                return ended
            assert ended.code == 0, ended
            self._took[sort] = ended.seconds
        raise AssertionError(f"{sort} ends before it can be killed")
