"""What the page embeds: our script and style, vis-network, inert data, and the policy with their hashes."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib import resources
from typing import Any

from kg.errors import ExportError, Problem
from kg.picture.out.files import text_of

VIS = ("pyvis", "lib/vis-9.1.2/vis-network.min.js")
"""The bundle that pyvis 0.3.2 ships complete: minified, without loads of its own, Apache-2.0 or MIT."""


def inert(value: Any) -> str:
    r"""Return a value as ASCII JSON that cannot end the element it stands in, nor start another.

    Example:
        >>> inert("</script>")
        '"\\u003c/script\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    return text.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")


def policy(scripts: list[str], styles: list[str]) -> str:
    """Return the content policy: nothing but these scripts and styles, and the empty icon."""
    script, style = (" ".join(map(_hash, texts)) for texts in (scripts, styles))
    return (
        f"default-src 'none'; script-src {script}; style-src {style}; img-src data:; base-uri 'none'; "
        "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def own(name: str) -> str:
    """Return one of the files beside this module."""
    return text_of("kg.picture.out.pyvis", name)


@cache
def library() -> str:
    """Return vis-network with its licence comment, without the source map that browsers would load.

    Raises:
        ExportError: the installed pyvis has no such file, or one that cannot stand in a page.
    """
    package, name = VIS
    try:
        text = (resources.files(package) / name).read_bytes().decode("utf-8")
    except (OSError, ModuleNotFoundError) as error:
        raise ExportError(Problem(f"{package} has no {name}", expected="pyvis 0.3.2")) from error
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    text = "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL="))
    if "@license" not in text or "</script" in text.lower() or "<!--" in text:
        raise ExportError(Problem(f"{package}'s {name} cannot stand in a page", expected="pyvis 0.3.2"))
    return text
