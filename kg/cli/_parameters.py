"""The parameters of a question on the command line: their options, and the values of a call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click

from kg.cli._common import text
from kg.errors import nearest
from kg.questions.header import Parameter, Question
from kg.questions.types import TRUTH

METAVARS = {
    "str": "TEXT",
    "int": "NUMBER",
    "float": "NUMBER",
    "bool": "[true|false]",
    "date": "YYYY-MM-DD",
    "list": "A,B,...",
}
"""How the help writes a value of each type.

The id of a node is written as its label, and a value as its property.
"""


class Ask(click.Command):
    """One question as a command; a mistyped parameter gets the nearest one, a forgotten value is named."""

    required: tuple[str, ...] = ()
    """The options that must be given, if not by words that stand alone."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and say which option lacks its value, or comes close to an unknown one."""
        if ctx.resilient_parsing:  # a shell asks what to offer
            return super().parse_args(ctx, args)
        options = [p for p in self.params if isinstance(p, click.Option)]
        known = [name for option in options for name in option.opts]
        options_used = {word.partition("=")[0] for word in args}
        words_alone = any(name not in options_used for name in self.required)
        for option in options:
            for place, word in enumerate(args):
                after = args[place + 1] if place + 1 < len(args) else None
                if word not in option.opts or option.is_flag:
                    continue
                if option.metavar != METAVARS["bool"]:
                    if after is None or after in known:
                        raise click.UsageError(f"'{word}' needs a value: {option.help}", ctx)
                elif words_alone and after is not None and after.lower() not in TRUTH:
                    args = [*args[:place], f"{word}=true", *args[place + 1 :]]
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            close = nearest(error.option_name, known)
            hint = f"; did you mean '{close}'?" if close else ""
            raise click.UsageError(
                f"'{self.name}' has no parameter '{error.option_name[:80]}'{hint}", ctx
            ) from None


def _metavar(parameter: Parameter) -> str:
    """Return how the help writes a value of a parameter."""
    kind = parameter.type
    if kind.words and kind.base != "bool":
        words = "|".join(kind.words)
        return words if len(words) <= 60 else "WORD"  # more stand in the text of the option
    return (kind.name or kind.label).upper() or METAVARS[kind.base]


def _option(parameter: Parameter) -> click.Option:
    """Make the option of a parameter; a boolean alone means true, and a list may be repeated."""
    kind = parameter.type
    default = "none" if parameter.default is None else kind.written(parameter.default)
    shown = "" if parameter.required else f"  [default: {default}]"
    alone: dict[str, Any] = {"is_flag": False, "flag_value": "true"} if kind.base == "bool" else {}
    more = "; may be repeated" if kind.item else ""
    more += f"; one of {', '.join(kind.words)}" if _metavar(parameter) == "WORD" else ""
    return click.Option(
        [parameter.option, parameter.name],
        type=text,
        multiple=bool(kind.item),
        metavar=_metavar(parameter),
        help=parameter.help[0].upper() + parameter.help[1:] + more + "." + shown,
        **alone,
    )


def parameters(question: Question) -> list[click.Parameter]:
    """Return what the command of a question takes: options, and values alone for those that must be given."""
    words = " ".join(f"[{_metavar(p)}]" for p in question.parameters if p.required)
    alone = [click.Argument(["alone"], nargs=-1, type=text, metavar=words)] if words else []
    return [*map(_option, question.parameters), *alone]


def values_given(question: Question, options: Mapping[str, Any], alone: Sequence[str]) -> dict[str, Any]:
    """Return the values of a call by parameter name.

    Raises:
        click.UsageError: a word stands alone and no parameter lacks a value.
    """
    values = {
        name: ",".join(value) if isinstance(value, tuple) else value
        for name, value in options.items()
        if value not in (None, ())
    }
    open_ = [p.name for p in question.parameters if p.required and p.name not in values]
    if len(alone) > len(open_):
        raise click.UsageError(f"got an unexpected word: '{alone[len(open_)][:80]}'")
    return {**values, **dict(zip(open_, alone, strict=False))}
