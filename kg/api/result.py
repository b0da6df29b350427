"""What a question returns to a program: rows as dictionaries, and the part of the graph that they rest on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any, overload

from kg.errors import ExportError, Problem, number_of
from kg.formats.text import cell
from kg.language import ENGLISH
from kg.questions.result import Column
from kg.questions.result import Result as Rows
from kg.questions.spans import in_words
from kg.store.values import Edge, Element, Node

if TYPE_CHECKING:
    import networkx
    import pandas
    import pyarrow

    from kg.picture.contents import Seen
    from kg.picture.out.pyvis import Still

SHOWN = 60
"""The most rows that a notebook shows of a table."""
_FRAME = {"date": "datetime64[s]", "int": "Int64", "float": "Float64", "bool": "boolean"}
"""What pandas has for a type of column; it can be unknown in each."""


class Result(Sequence[dict[str, Any]]):
    """The answer to a question: a sequence of rows, each a dictionary by column name.

    Values are plain Python: days are `datetime.date`, unknown is None, several values are a list.

    Attributes:
        title: the question in words.
        columns: names and declared types, in the order of the values of each row.
        rows: the values as tuples.
        parameters: what was asked with.
        question: its name, empty for what is no question of the library.
        note: a remark, such as that rows were left out; often empty.
        elements: nodes and edges that the answer rests on; empty for an answer that has none.

    Example:
        >>> import kg
        >>> result = kg.ask("index", collection="kp-ru")
        >>> len(result), result[0]["document"]
        (5, 'daily-2024-01-05')
    """

    def __init__(
        self,
        rows: Rows,
        elements: Sequence[Element] = (),
        seen_on: Callable[[date | None], Seen] | None = None,
        told: Callable[[Rows, str], str] | None = None,
    ) -> None:
        """Keep an answer and its part of the graph.

        Args:
            rows: the answer.
            elements: nodes and edges that it rests on.
            seen_on: reads the whole graph as known on a day; the page of `to_html` tells from it what is not
                drawn.
            told: makes the sentence that states an answer, in a language, with the names that a store knows.
        """
        self.title: str = rows.title
        self.columns: tuple[Column, ...] = rows.columns
        self.rows: list[tuple[Any, ...]] = rows.rows
        self.parameters: Mapping[str, Any] = rows.parameters
        self.note: str = rows.note
        self.question: str = rows.question
        self.elements: tuple[Element, ...] = tuple(elements)
        self._seen_on = seen_on
        self._told = told
        self._answer = rows

    @property
    def nodes(self) -> list[Node]:
        """The nodes among the elements."""
        return [element for element in self.elements if isinstance(element, Node)]

    @property
    def edges(self) -> list[Edge]:
        """The edges among the elements."""
        return [element for element in self.elements if isinstance(element, Edge)]

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, place: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, place: slice) -> list[dict[str, Any]]: ...
    def __getitem__(self, place: int | slice) -> dict[str, Any] | list[dict[str, Any]]:
        if isinstance(place, slice):
            return [self._row(row) for row in self.rows[place]]
        return self._row(self.rows[place])

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return map(self._row, self.rows)

    def _row(self, row: tuple[Any, ...]) -> dict[str, Any]:
        return {column.name: value for column, value in zip(self.columns, row, strict=True)}

    def dicts(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries by column name."""
        return self._answer.dicts()

    def finding(self, language: str = ENGLISH) -> str:
        """Return the sentence that states the answer.

        Args:
            language: of the sentence.

        Raises:
            CallError: there are no words of that language.
            StoreError: the store, which knows the names, cannot be read any more.

        Example:
            >>> import kg
            >>> kg.ask("conflicting-places", topic="troop-numbers").finding()
            'Troop numbers: No event is put in two different places in these texts.'
        """
        from kg.findings import finding

        return self._told(self._answer, language) if self._told else finding(self._answer, language=language)

    def _shown(self) -> Rows:
        """Return the answer with its main columns alone, as people read it."""
        answer = in_words(self._answer)
        places = [i for i, c in enumerate(answer.columns) if not answer.table or c.name in answer.table]
        rows = [tuple(row[i] for i in places) for row in answer.rows]
        return answer._replace(columns=tuple(answer.columns[i] for i in places), rows=rows, table=())

    def __repr__(self) -> str:
        return f"<Result {self.title!r}: {number_of(len(self), 'row')}>"

    def __str__(self) -> str:
        from kg.formats.table import fit

        return fit(self._shown(), 100)

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """Return the nodes and edges that the answer rests on.

        Returns:
            A graph whose nodes are ids with `type` (their last label), `labels` and the properties of the
            fact, whose edges have `type` and theirs. Every writer of networkx, `json`, pyvis and igraph
            takes it: values are text, numbers and truth values (days as YYYY-MM-DD, several values with
            "; " between), and what is unknown is left out. Parallel edges are all there. Empty when the
            question draws nothing.

        Example:
            >>> import kg
            >>> graph = kg.ask("who-sourced", topic="troop-numbers").to_networkx()
            >>> graph.nodes["isw-troops-arrived-2024-10-12"]["stance"]
            'asserts'
        """
        import networkx

        from kg.formats.network import flat

        graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(title=str(self.title))
        for node in self.nodes:
            graph.add_node(node.id)
            graph.nodes[node.id].update(
                flat({**node.properties, "type": node.own_labels()[-1], "labels": node.own_labels()})
            )
        for edge in self.edges:
            key = graph.add_edge(edge.start, edge.end, f"{edge.type}|{edge.properties.get('key', '')}")
            graph.edges[edge.start, edge.end, key].update(flat({**edge.properties, "type": edge.type}))
        return graph

    def to_pandas(self) -> pandas.DataFrame:
        """Return the rows as a table of pandas, which is an extra: `pip install 'kg-arms[pandas]'`.

        Returns:
            A column for each of the answer: days as datetime64, whole numbers and truth values in the types
            that can be unknown (`Int64`, `boolean`), decimals as `Float64`, text and lists as objects.

        Raises:
            ExportError: pandas is not installed.
        """
        try:
            import pandas
        except ImportError:
            raise ExportError(
                Problem("pandas is not installed", todo="pip install 'kg-arms[pandas]'")
            ) from None
        frame = pandas.DataFrame(self.rows, columns=[column.name for column in self.columns], dtype=object)
        for column in self.columns:
            if wanted := _FRAME.get(column.type.removesuffix("?")):
                frame[column.name] = frame[column.name].astype(wanted)
        return frame

    def to_arrow(self) -> pyarrow.Table:
        """Return the rows as a table of Apache Arrow, an extra: `pip install 'kg-arms[arrow]'`.

        Returns:
            A column for each of the answer: days as `date32`, whole numbers as `int64`, decimals as
            `float64`, truth values as `bool`, lists as lists; each can be null. What has no one type, such
            as the value of any property, is text.

        Raises:
            ExportError: pyarrow is not installed.
        """
        try:
            import pyarrow
        except ImportError:
            todo = "pip install 'kg-arms[arrow]'"
            raise ExportError(Problem("pyarrow is not installed", todo=todo)) from None
        from kg.api.arrow import column_of

        columns = zip(*self.rows, strict=True) if self.rows else [()] * len(self.columns)
        return pyarrow.table(
            {
                column.name: column_of(column.type, values)
                for column, values in zip(self.columns, columns, strict=True)
            }
        )

    def to_html(self, language: str = ENGLISH) -> str:
        """Return one HTML page that needs no network.

        It shows the picture of the answer, or its table when it draws nothing.

        Args:
            language: of the words of page and picture; what comes from the facts stays as it
                is.

        Raises:
            CallError: there are no words of that language.
            StoreError: the whole graph, from which the page tells what is not drawn, cannot be read any more.
        """
        from kg.api.page import page

        return page(self._answer, self.elements, self._seen_on, language)

    def to_pyvis(self, kind: str | None = None, language: str = ENGLISH) -> Still:
        """Return the picture of the answer as a `pyvis.network.Network` with fixed positions.

        Args:
            kind: `chain`, `flow`, `figures`, `map` or `network`; None for the drawing that fits.
            language: of the words of the picture.

        Example:
            >>> import kg
            >>> kg.ask("who-sourced", topic="troop-numbers").to_pyvis().directed
            True
        """
        from kg.api.page import drawn
        from kg.picture.out.pyvis import to_pyvis

        return to_pyvis(drawn(self._answer, self.elements, self._seen_on, kind, language=language)[0])

    def network(self, height: int = 640, language: str = ENGLISH) -> Network:
        """Return the picture of the answer for a notebook.

        Args:
            height: of the frame, in pixels.
            language: as for `to_html`.
        """
        return Network(self.to_html(language), height)

    def _repr_html_(self) -> str:
        """Return the rows as a table for a notebook; whatever they hold is escaped."""
        shown = self._shown()
        head = "".join(f"<th>{escape(column.name.replace('_', ' '))}</th>" for column in shown.columns)
        lines = ["".join(f"<td>{escape(cell(value))}</td>" for value in row) for row in shown.rows[:SHOWN]]
        body = "".join(f"<tr>{line}</tr>" for line in lines)
        told = number_of(len(self), "row") + (f", the first {SHOWN} shown" if len(self) > SHOWN else "")
        foot = escape(" ".join(part for part in (f"{told}.", self.note) if part))
        return (
            f"<table><caption>{escape(self.title)}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{foot}</p>"
        )


class Network:
    """A page in a frame of a notebook: it runs without a network, and apart from the notebook."""

    def __init__(self, page: str, height: int) -> None:
        """Keep the page; `height` is in pixels."""
        self.page = page
        self.height = height

    def __repr__(self) -> str:
        return "<Network, shown in a notebook>"

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{escape(self.page)}" sandbox="allow-scripts allow-downloads allow-popups"'
            f' title="Network" loading="lazy" style="width:100%;height:{int(self.height)}px;border:1px solid'
            ' #8884"></iframe>'
        )
