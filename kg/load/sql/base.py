"""What the analyses read, as SELECTs from the tables of `kg export parquet`: the world of `kg.analysis`.

They are made from the declared kinds, so that the table of a new kind is read, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.load.parquet.layout import tables
from kg.model import table
from kg.model.day_text import MARKS
from kg.model.table import Kind
from kg.model.weighing import AHEAD, FIGURES_AHEAD, JOINT, LEAKED, OWN_VOICE, SHOWING, WHOLE, paper_name

RENAMED = {"from": "one", "to": "other", "end": "ending", "of": "sort"}
"""Columns whose names SQL keeps for itself, as the views call them."""
FIGURE = (
    "low", "high", "low_open", "high_open", "approximate", "vague", "unit", "measure", "mode", "stage",
    "wording", "how_many", "sort", "currency", "total", "per",
)  # fmt: skip
"""Columns of a figure, in the order of `kg.analysis.world.Figure`."""

DAYS = ("said", "when")
"""Fields of a claim that are spans of days."""
TEXT = "VARCHAR(99)"


def view(name: str) -> str:
    """Return what the view of a table is called.

    Example:
        >>> view("SAID_BY"), view("claims")
        ('said_by', 'claims')
    """
    return name.lower()


def views() -> Mapping[str, Mapping[str, str]]:
    """Return by the name of each table its columns with what its view calls them."""
    return {name: {column: RENAMED.get(column, column) for column in t.types} for name, t in tables().items()}


def selects() -> dict[str, str]:
    """Return what makes each table that the analyses start with, by name."""
    return {**_claims(), **_speakers(), **_things(), **_papers()}


def _claims() -> dict[str, str]:
    """Return claims with their figures, where they stand, and what they pass on or answer."""
    said, when = (", ".join(f"printed_{field}_{end}" for end in ("text", "from", "to")) for field in DAYS)
    printed = (n for n in FIGURE if n not in ("wording", "how_many"))
    figure = ", ".join(f"printed_quantity_{'of' if n == 'sort' else n} AS {n}" for n in printed)
    return {
        "claim": f"""SELECT c.id, c.stance, c.side, c.hedge, c.speaker_id AS speaker,
              a.other AS about, t.other AS topic, c.said_from, c.said_to, {_worded("said")}, c.said_time,
              c.when_from, c.when_to, {_worded("when")}, c.attribution,
              coalesce(c.facet, '{WHOLE}') AS facet, coalesce(c.firsthand, false) AS firsthand
            FROM claims c JOIN about a ON a.one = c.id JOIN on_topic t ON t.one = c.id""",
        "figure": f"""SELECT c.id AS claim, {", ".join(f"c.{name}" for name in FIGURE)}
            FROM claims c WHERE c.unit IS NOT NULL""",
        "place": """SELECT p.one AS claim, p.other AS document, coalesce(p.paragraph, 0) AS paragraph
            FROM cited_in p JOIN claims c ON c.id = p.one""",
        "variant": f"""SELECT one AS claim, other AS document, coalesce(paragraph, 0) AS paragraph,
              coalesce(start, 0) AS begins, wording, note, {said}, {when}, {figure},
              printed_quantity_wording AS printed_wording
            FROM cited_in WHERE wording IS NOT NULL OR note IS NOT NULL OR printed_said_text IS NOT NULL
              OR printed_when_text IS NOT NULL OR printed_quantity_unit IS NOT NULL""",
        "relay": "SELECT one AS claim, other FROM relays",
        "answer": "SELECT one AS claim, other FROM answers",
        "stage_ahead": " UNION ALL ".join(f"SELECT '{stage}' AS stage" for stage in FIGURES_AHEAD),
    }


def _speakers() -> dict[str, str]:
    """Return who speaks, and who belongs to whom; documents and those of a joint statement among them."""
    own_voice = f"coalesce(kind IN {_listed(OWN_VOICE)}, false)"
    no_days = "CAST(NULL AS DATE), CAST(NULL AS DATE)"
    return {
        "joint": f"""SELECT DISTINCT c.speaker_id AS speaker, s.other AS member
            FROM claims c JOIN said_by s ON s.one = c.id WHERE contains(c.speaker_id, '{JOINT}')""",
        "body_of": _union(
            f"""SELECT id, name, '{kind.voice}' AS voice,
              {own_voice if _has(kind, "kind") else "false"} AS own_voice,
              {"coalesce(compiles, false)" if _has(kind, "compiles") else "false"} AS compiles
            FROM {view(kind.plural)}"""
            for kind in _kinds("Actor")
        ),
        "publisher": f"""SELECT d.id, b.id AS outlet, b.own_voice, b.compiles,
              coalesce(d.kind IN {_listed(SHOWING)}, false) AS showing
            FROM documents d JOIN published_by p ON p.one = d.id JOIN body_of b ON b.id = p.other
            WHERE d.kind IS NULL OR d.kind <> '{LEAKED}'""",
        "speaking_paper": """SELECT k.other AS document
            FROM copied k JOIN (SELECT DISTINCT speaker_id FROM claims) c ON c.speaker_id = k.document
            UNION
            SELECT d.id FROM documents d JOIN claims c ON c.speaker_id = d.id""",
        "actor": f"""SELECT id, name, voice, own_voice, compiles FROM body_of
            UNION ALL
            SELECT d.id, {_paper_name("d.caption")}, 'document',
              coalesce(NOT p.showing AND p.own_voice, false), coalesce(NOT p.showing AND p.compiles, false)
            FROM speaking_paper s JOIN documents d ON d.id = s.document LEFT JOIN publisher p ON p.id = d.id
            UNION ALL
            SELECT c.speaker_id, min(c.speaker_name), 'joint', false, false
            FROM claims c WHERE contains(c.speaker_id, '{JOINT}') GROUP BY c.speaker_id""",
        "member": f"""SELECT m.one AS actor, m.other AS larger, m.since_from AS since, m.until_to AS until
            FROM part_of m JOIN body_of a ON a.id = m.one JOIN body_of b ON b.id = m.other
            UNION ALL
            SELECT s.document, p.outlet, {no_days}
            FROM speaking_paper s JOIN publisher p ON p.id = s.document
            UNION ALL
            SELECT speaker, member, {no_days} FROM joint""",
        "same": "SELECT one, other, judgement AS id, decided FROM same_as",
    }


def _things() -> dict[str, str]:
    """Return events, and whatever else claims are about."""
    own = {"stage": TEXT, "period_from": "DATE", "period_to": "DATE", "period_text": TEXT}
    none = {name: f"CAST(NULL AS {sql})" for name, sql in {"within": TEXT, **own}.items()}
    columns = "id, name, event, within, stage, period_from, period_to"

    def events(kind: Kind) -> str:
        given = {name: f"e.{name}" if _has(kind, name) else none[name] for name in own}
        return f"""SELECT e.id, e.name, true AS event, p.other AS within,
              {", ".join(f"{sql} AS {name}" for name, sql in given.items())}
            FROM {view(kind.plural)} e LEFT JOIN part_of_event p ON p.one = e.id"""

    others = [kind for label in ("WeaponType", "Item", "Actor") for kind in _kinds(label)]
    plain = [
        f"SELECT id, name, false, {', '.join(none.values())} FROM {view(kind.plural)}" for kind in others
    ]
    spoken = [
        f"""SELECT DISTINCT d.id, d.caption, false, {", ".join(none.values())}
            FROM {what} d JOIN about a ON a.other = d.id"""
        for what in ("claims", "documents")
    ]
    rows = _union((*map(events, _kinds("Event")), *plain, *spoken))
    return {
        "thing": f"""SELECT {columns},
              CASE WHEN {_more("period_text")} THEN period_text END AS period_text,
              coalesce(stage IN {_listed(AHEAD)}, false) AS ahead
            FROM ({rows}) things""",
        "topic": "SELECT id FROM topics",
        "thing_of": "SELECT one AS event, other AS weapon FROM of_type",
    }


def _papers() -> dict[str, str]:
    """Return where claims are printed."""
    return {
        "document": """SELECT d.id, d.published_to AS published, d.recorded_to AS recorded, p.other AS outlet,
              coalesce(t.other, r.other) AS copy_of, d.file IS NOT NULL AS held
            FROM documents d LEFT JOIN published_by p ON p.one = d.id
              LEFT JOIN reprint_of r ON r.one = d.id LEFT JOIN translates t ON t.one = d.id""",
        "correction": "SELECT one AS document, other AS wrong FROM corrects",
    }


def _kinds(label: str) -> list[Kind]:
    return [kind for kind in table.kinds().values() if label in kind.labels]


def _has(kind: Kind, column: str) -> bool:
    return column in tables()[kind.plural].types


def _worded(field: str) -> str:
    """Return the text of a claim's span where its ends do not tell all; see `kg.analysis.tables.WORDED`."""
    marked = " OR ".join(f"c.{other}_{mark} IS NOT NULL" for other in DAYS for mark in MARKS)
    return f"CASE WHEN ({marked}) AND ({_more(f'c.{field}_text')}) THEN c.{field}_text END AS {field}_text"


def _more(text: str) -> str:
    """Return whether the text of a span may tell more than its ends; see `kg.model.day_text.worded`."""
    signs = (f"contains({text}, '{sign}')" for sign in "~?%{[T")
    seasons = (f"{text} LIKE '{form}'" for form in ("____-2_", "____-2_/%", "%/____-2_"))
    return " OR ".join((*signs, *seasons))


def _paper_name(title: str) -> str:
    """Return what a document is called that says something itself, of the SQL for its title."""
    before, after = paper_name("\n").split("\n")
    return f"'{before}' || {title} || '{after}'"


def _union(selects: Iterable[str]) -> str:
    return "\nUNION ALL\n".join(selects)


def _listed(words: Iterable[str]) -> str:
    return "(" + ", ".join(f"'{word}'" for word in words) + ")"
