"""Who publishes a site and under what terms, as `site.yaml` says it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError

from kg.errors import Problem, SeedError, nearest
from kg.language.interface import languages
from kg.model.base import Address, LongText, ShortText
from kg.model.characters import NEVER
from kg.model.pydantic_errors import problems_of
from kg.sources import yaml_tree

FILE = "site.yaml"
"""What the file is called when nobody names another one."""

Contact = Annotated[
    str,
    StringConstraints(
        pattern=rf"^(https?://[^\s{NEVER}]+|[^\s@:/?&{NEVER}]+@[^\s@:/?&{NEVER}]+\.[^\s@:/?&{NEVER}]+)$",
        max_length=300,
    ),
]
_SPDX = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC-BY-NC-SA-4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    "CC-BY-ND-4.0": "https://creativecommons.org/licenses/by-nd/4.0/",
    "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
}
"""Licences that are known by their short name (SPDX)."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True)


class Publisher(_Part):
    """Who publishes."""

    name: ShortText
    """Name of the publisher."""
    url: Address | None = None
    """Address of the publisher."""


class Licence(_Part):
    """Terms under which the paraphrases and data may be used."""

    name: ShortText
    """Name of the licence; a short name of SPDX such as CC-BY-4.0 needs no address."""
    url: Address | None = None
    """Where its text stands."""

    @property
    def address(self) -> str:
        """Where its text stands, empty when nobody says.

        Example:
            >>> Licence(name="CC-BY-4.0").address
            'https://creativecommons.org/licenses/by/4.0/'
        """
        return self.url or _SPDX.get(self.name, "")


def _named(value: Any) -> Any:
    """Take a name alone for a mapping that says nothing else."""
    return {"name": value} if isinstance(value, str) else value


class Publication(_Part):
    """What `site.yaml` holds; whatever is not said, the site says so or leaves out."""

    KIND: ClassVar[str] = "site settings"

    title: ShortText | None = None
    """Name of the site."""
    publisher: Annotated[Publisher | None, BeforeValidator(_named)] = None
    """Who publishes and answers for it."""
    byline: ShortText | None = None
    """Who made it, as readers shall see it."""
    contact: Contact | None = None
    """Where readers write to: an e-mail address or a web address."""
    licence: Annotated[Licence | None, BeforeValidator(_named)] = None
    """Terms under which paraphrases and data may be used."""
    corrections: LongText | None = None
    """What happens when something is wrong: the corrections policy."""
    language: ShortText | None = None
    """Language of interface and drawings."""
    base_url: Address | None = None
    """Where the site will stand."""

    @property
    def contact_address(self) -> str:
        """The contact as the address of a link; empty without one.

        Example:
            >>> Publication(contact="desk@example.org").contact_address
            'mailto:desk@example.org'
        """
        if not self.contact:
            return ""
        return self.contact if self.contact.startswith("http") else f"mailto:{self.contact}"


NOBODY = Publication()
"""A site of which nobody says who publishes it."""


def read(path: Path) -> Publication:
    """Read the settings of a site.

    Args:
        path: the file, `site.yaml`; one that says nothing settles nothing.

    Raises:
        SeedError: it cannot be read or says something else; every problem with file, line and column.
    """
    tree, problems = yaml_tree.read(path, str(path), or_nothing=True)
    if tree is None or problems:
        raise SeedError(*problems)
    try:
        said = Publication.model_validate(tree.value)
    except ValidationError as error:
        raise SeedError(*problems_of(error, Publication, tree.value, tree.place)) from error
    if said.language and said.language not in languages():
        raise SeedError(
            Problem(
                f"'{said.language[:40]}' is no language of the interface",
                tree.place(("language",)),
                f"one of {', '.join(languages())}",
                nearest(said.language, languages()),
            )
        )
    return said
