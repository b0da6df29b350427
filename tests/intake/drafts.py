"""A small corpus with a text that says how many, who, and by whom; all of it invented."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

TEXT = """\
Guns across the strait

The government of Betaland denied on Tuesday that 40 howitzers had arrived from Alphaland. “Not one,” it said.

Alphaland has sent at least 60 howitzers to Betaland, Mara Quill said on 4 January 2026. All was quiet.

Mara Quill could not confirm reports of up to 2,000 shells for Betaland.

Betaland will get dozens of howitzers, according to a harbour pilot. Nobody counted them.
"""
NAMES = """\
topics:
- {id: arms-supply, name: Arms supply, name_de: Waffenhilfe, description: That one side arms the other.}
states:
- {id: aa, name: Alphaland}
- {id: bb, name: Betaland}
people:
- {id: quill, name: Mara Quill}
organizations:
- {id: harbour-post, name: Harbour Post, kind: news-outlet}
- {id: bb-government, name: Government of Betaland, kind: government, part_of: [{actor: bb}]}
weapon_types:
- {id: howitzer, name: Howitzers, known_as: [howitzer]}
shipments:
- id: aa-bb-howitzers
  name: Howitzers for Betaland
  supplier: aa
  recipient: bb
  goods: howitzers
  weapon_types: [howitzer]
"""
DOCUMENT = """\
# Read twice.
documents:
- id: post-2026-01-05
  title: Guns across the strait   # as printed
  outlet: harbour-post
  published: 2026-01-05
  recorded: 2026-01-06
  language: en
  file: post.txt
  sha256: {sha256}
claims:
- id: quill-guns-2026-01-02
  topic: arms-supply
  stance: asserts
  speaker: quill
  said: 2026-01-02
  about: aa-bb-howitzers
  quantity: {{low: 50, unit: guns, mode: cumulative, wording: fifty guns}}
  paraphrase: Guns went to Betaland.
  cited:
  - {{document: post-2026-01-05, paragraph: 1, start: 0, end: 4, sha256: {span}}}   # the heading

# Nothing below belongs to claims.
places:
- {{id: strait, name: The strait, kind: body-of-water}}
"""


def corpus(folder: Path) -> Path:
    """Write the corpus into a folder and return its seeds; its text is below `texts`."""
    seeds, texts = folder / "seeds", folder / "texts"
    for each in (seeds / "documents", texts):
        each.mkdir(parents=True)
    (texts / "post.txt").write_text(TEXT, "utf-8")
    (seeds / "names.yaml").write_text(NAMES, "utf-8")
    hashes = {"sha256": sha256(TEXT.encode()).hexdigest(), "span": sha256(b"Guns").hexdigest()}
    (seeds / "documents" / "post.yaml").write_text(DOCUMENT.format(**hashes), "utf-8")
    return seeds
