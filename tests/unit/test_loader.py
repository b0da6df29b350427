"""From seeds to a store: wrong seeds change nothing, right ones only what differs."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import SeedError
from kg.load.seeds import plan_seeds
from kg.sources.fingerprint import fingerprint
from kg.sources.seeds import load
from kg.store import Store, connect

RIGHT = "states:\n- {id: kp, name: North Korea}\n- {id: ru, name: Russia}\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A folder with one right seed file."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.yaml").write_text(RIGHT, encoding="utf-8")
    return folder


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """An empty embedded store of each kind."""
    return connect("memory" if request.param == "memory" else str(tmp_path / "x.grafeo"))


def test_a_plan_says_what_it_would_do_before_it_does_it(seeds: Path, store: Store) -> None:
    plan = plan_seeds(seeds, store)
    assert (plan.changes.nodes, plan.up_to_date, store.fingerprint()) == ((2, 0, 0), False, None)
    done: list[int] = []
    plan.run(done.append)
    assert sum(done) == len(plan.changes)
    assert store.fingerprint() == fingerprint(seeds)


def test_a_second_run_has_nothing_to_do(seeds: Path, store: Store) -> None:
    plan_seeds(seeds, store).run()
    plan = plan_seeds(seeds, store)
    assert (len(plan.changes), plan.up_to_date) == (0, True)
    plan.run(lambda rows: pytest.fail("nothing is to be written"))


def test_a_remark_in_the_seeds_brings_the_store_up_to_date(seeds: Path, store: Store) -> None:
    plan_seeds(seeds, store).run()
    (seeds / "a.yaml").write_text(RIGHT + "# a remark\n", encoding="utf-8")
    plan = plan_seeds(seeds, store)
    assert (len(plan.changes), plan.up_to_date) == (0, False)
    plan.run()
    assert plan_seeds(seeds, store).up_to_date


@pytest.mark.parametrize("wrong", ["states:\n- {id: kp}\n", "", "states: [", "\t"])
def test_wrong_seeds_leave_the_store_as_it_is(seeds: Path, store: Store, wrong: str) -> None:
    plan_seeds(seeds, store).run()
    before = store.read(), store.fingerprint()
    (seeds / "a.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(SeedError):
        plan_seeds(seeds, store)
    assert (store.read(), store.fingerprint()) == before


def test_a_file_that_changes_while_it_is_read_makes_the_store_stale(
    seeds: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kg.sources import located
    from kg.sources import seeds as reading

    load = reading.load

    def slow(folder: Path) -> located.Seeds:
        loaded = load(folder)
        (folder / "a.yaml").write_text(RIGHT.replace("Russia", "RU"), encoding="utf-8")
        return loaded

    monkeypatch.setattr(reading, "load", slow)
    plan_seeds(seeds, store).run()
    monkeypatch.undo()
    plan = plan_seeds(seeds, store)
    assert (plan.up_to_date, plan.changes.nodes) == (False, (0, 1, 0))


def test_facts_with_the_same_fields_keep_their_names_once(seeds: Path) -> None:
    one, other = load(seeds).facts
    assert one.model_fields_set is other.model_fields_set
    copied = one.model_copy(update={"note": "seen"})
    assert (copied.model_fields_set, other.model_fields_set) == ({"id", "name", "note"}, {"id", "name"})
