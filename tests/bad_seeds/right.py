"""Seeds that are right, for tests to break, and words that messages about broken ones hold."""

from __future__ import annotations

from collections.abc import Callable

from kg.model.kinds import registry

BASE = """\
states:
- {id: kp, name: North Korea}
- {id: ru, name: Russia}
organizations:
- {id: paper, name: Paper, kind: news-outlet}
topics:
- {id: shells, name: Shells, name_de: Granaten, description: How many.}
places:
- {id: seoul, name: Seoul, kind: city}
documents:
- id: d1
  title: A report
  outlet: paper
  published: 2024-01-05
  recorded: 2024-02-01
  language: de
  file: d1.txt
  sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
"""

CLAIM = f"""\
claims:
- id: c1
  topic: shells
  stance: asserts
  speaker: unknown
  said: 2024-01-04
  about: kp
  quantity: {{low: 5, high: 9, unit: shells, mode: flow, wording: fünf}}
  paraphrase: Five to nine shells.
  cited:
  - {{document: d1, paragraph: 1, start: 0, end: 5, sha256: {"a" * 64}}}
"""

Wrong = Callable[..., list[str]]

KINDS = ", ".join(sorted(model.PLURAL for model in registry().values()))
FIELDS = ", ".join(registry()["state"].model_fields)
STANCES = "asserts, expects, denies, doubts, cannot-confirm, concerned, comments, no-comment, retracts"
ADD = "add the fact or correct the id"
