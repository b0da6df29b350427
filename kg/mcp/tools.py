"""What the tools do, without the protocol.

The store is opened anew for each call, so that a load is never locked out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kg import api, paths
from kg.errors import CallError, Problem, nearest, number_of
from kg.findings.held_back import told
from kg.formats.text import plain
from kg.language.interface.words import Words
from kg.load.opening import ready
from kg.mcp import answers, limits
from kg.mcp.citations import citations
from kg.model.sharing import ALL, Only
from kg.questions.free_cypher.parameters import checked
from kg.questions.free_cypher.run import left_out

if TYPE_CHECKING:
    from kg.api import Result
    from kg.store import Store


class Tools(NamedTuple):
    """The tools over one store, with what answers need beside it.

    Attributes:
        store: path or address; None for the default one.
        seeds: folder of the facts; None for the default one.
        sources: folder of the documents' texts; None when they are not at hand.
        only: what every call is narrowed to; a call may name another collection, and sees no more of it.
    """

    store: str | None = None
    seeds: str | None = None
    sources: Path | None = None
    only: Only = ALL

    @contextmanager
    def open(self, notes: list[str], collection: str = "") -> Iterator[Store]:
        """Yield the store, or a part of it, and add to the notes what is to be known of it."""
        among = checked("collection", collection) or self.only.collection
        with ready(
            self.store,
            self.seeds,
            told=notes.append,
            carry_out=lambda plan: plan.run(),
            only=self.only._replace(collection=among),
        ) as opened:
            if opened.held_back:
                notes.append(told(opened.held_back, Words()))
            yield opened

    def presets(self, words: str, topic: str) -> answers.Presets:
        """Return the presets of a topic that hold all words.

        Raises:
            CallError: no preset has that topic.
        """
        topics = sorted({preset.topic for preset in api.list_presets()})
        if topic and topic not in topics:
            what = f"no question has the topic '{topic[:80]}'"
            raise CallError(Problem(what, expected=", ".join(topics), nearest=nearest(topic, topics)))
        wanted = words.lower().split()
        matching = []
        for preset in api.list_presets(topic or None):
            said = (preset.title, *preset.title.others.values(), preset.about, *preset.tags)
            text = " ".join((preset.name, *said)).lower()
            if all(word in text for word in wanted):
                parameters = [
                    answers.Parameter(
                        name=p.name,
                        type=p.type.text,
                        required=p.required,
                        default=plain(p.default),
                        help=p.help,
                    )
                    for p in preset.parameters
                ]
                returns = [answers.Column(name=name, type=kind.text) for name, kind in preset.returns]
                matching.append(
                    answers.Preset(
                        name=preset.name,
                        topic=preset.topic,
                        question=preset.title,
                        about=preset.about,
                        parameters=parameters,
                        returns=returns,
                    )
                )
        return answers.Presets(presets=matching)

    def ask(self, preset: str, parameters: dict[str, Any], rows: int, collection: str = "") -> answers.Answer:
        """Answer a preset."""
        values = {name: checked(name, _scalar(name, value)) for name, value in parameters.items()}
        return self._answer(lambda store: api.ask(preset, store=store, **values), rows, collection)

    def cypher(
        self, statement: str, parameters: dict[str, Any], rows: int, seconds: float, collection: str = ""
    ) -> answers.Answer:
        """Run a reading statement; a row more than asked for tells whether there are more."""
        checked("statement", statement)
        return self._answer(
            lambda store: api.cypher(statement, parameters, store=store, limit=rows + 1, timeout=seconds),
            rows,
            collection,
            has_all_rows=False,
        )

    def explain(self, claim: str, collection: str = "") -> answers.Answer:
        """Walk from a claim to its roots."""
        return self._answer(
            lambda store: api.explain(checked("claim", claim), store=store, sources=self.sources),
            limits.MOST_ROWS,
            collection,
        )

    def find(self, words: str, rows: int, collection: str = "") -> answers.Answer:
        """Find things by name."""
        return self._answer(
            lambda store: api.search(checked("words", words), store=store, limit=rows), rows, collection
        )

    def passage(self, document: str, first: int, last: int) -> answers.Passage:
        """Return paragraphs of a document."""
        from kg.mcp.passages import passage

        return passage(paths.seeds(self.seeds), self.sources, document, first, last)

    def propose(
        self, client: str, document: str, paragraph: int, quote: str, fields: Mapping[str, Any]
    ) -> answers.Proposed:
        """Keep what a client proposes as a draft."""
        from kg.curate.drafts.offered import Offer, keep

        whole = {name: checked(name, value) for name, value in fields.items()}
        offer = Offer(document, paragraph, checked("quote", quote), whole)
        draft, missing = keep(paths.seeds(self.seeds), self.sources, client, offer)
        return answers.Proposed(draft=draft.number, missing=list(missing), notes=list(draft.proposal.why))

    def _answer(
        self, question: Callable[[Store], Result], most: int, collection: str, has_all_rows: bool = True
    ) -> answers.Answer:
        """Ask, cut the rows to what fits, and cite what is left.

        Args:
            question: asks the store.
            most: rows to show.
            collection: what to narrow it to; empty for what the server is narrowed to.
            has_all_rows: the result has all rows there are; else there may be more than it has.
        """
        notes: list[str] = []
        with self.open(notes, collection) as store:
            result = question(store)
            rows, was_cut = limits.fitting(plain(row) for row in result[:most])
            finding = result.finding() if result.question else ""
            day = result.parameters.get("as_of")
            cited, remarks = citations(
                store, rows, result.elements, self.sources, day if isinstance(day, date) else None
            )
        left = len(result) - len(rows)
        if left:
            more = number_of(left, "more is left out", "more are left out")
            notes.append(
                f"the first {number_of(len(rows), 'row')}; {more if has_all_rows else 'there are more'}"
            )
        if was_cut:
            notes.append(f"texts of more than {limits.TEXT:,} characters are cut")
        note = result.note.removeprefix(left_out(len(result))).strip() if left else result.note
        if note:
            notes.append(note)
        return answers.Answer(
            question=result.title,
            finding=limits.cut(finding),
            parameters=limits.cut(plain(dict(result.parameters))),
            columns=[answers.Column(name=c.name, type=c.type) for c in result.columns],
            rows=rows,
            left_out=left if has_all_rows or not left else None,
            notes=[*notes, *remarks],
            citations=cited,
        )


def _scalar(name: str, value: Any) -> Any:
    """Return a value of a preset's parameter; objects are none.

    Raises:
        CallError: it is an object.
    """
    if isinstance(value, dict):
        raise CallError(
            Problem(
                f"the value of '{name[:80]}' is an object",
                expected="text, a number, true, false, null or a list",
            )
        )
    return value
