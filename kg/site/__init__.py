"""A static site of everything that a graph holds.

Pages that are whole without scripts, for a folder or any server.

    from kg.site import Options, build
    from kg.site.write import publish

    files = build(store, Options(language="de"))
    publish(Path("public"), files)

`build` makes every file in memory, the same input the same bytes; `publish` writes those that differ.
"""

from __future__ import annotations

from kg.site.options import Options, Site

__all__ = ["Options", "Site", "build"]


def __getattr__(name: str) -> object:
    """Import what draws and renders on first use."""
    if name == "build":
        from kg.site.make import build

        return build
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
