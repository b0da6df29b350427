"""Reading entries: with prompt_toolkit on a terminal when it is there, else line by line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import CallError, Problem
from kg.language.decoding import decoded
from kg.questions.statement_text import bare, split

if TYPE_CHECKING:
    from kg.shell.complete import Candidate

PROMPT, MORE = "kg> ", "... "
Completions = Callable[[str], Iterable["Candidate"]]


def complete(text: str) -> bool:
    """Return whether an entry is complete: a command, nothing at all, or a statement with its semicolon.

    Example:
        >>> complete(":help"), complete("MATCH (n)"), complete("MATCH (n) RETURN n; // all")
        (True, False, True)
    """
    if text.lstrip().startswith(":") or not text.strip():
        return True
    return bool(split(text)[0]) and not bare(split(text)[1])


def lines_of(stream: Iterable[bytes]) -> Iterator[str]:
    """Yield the lines of a stream of bytes as text.

    Raises:
        CallError: a line is not UTF-8.
    """
    for number, line in enumerate(stream, 1):
        try:
            yield decoded(line)
        except UnicodeDecodeError:
            raise CallError(
                Problem(f"line {number} of standard input is not UTF-8", todo="save it as UTF-8")
            ) from None


def entries_of(lines: Iterable[str]) -> Iterator[str]:
    """Yield the entries in lines, such as those of a file; the last one needs no semicolon.

    Example:
        >>> list(entries_of([":limit 5\\n", "RETURN 1\\n", "AS one; RETURN 2"]))
        [':limit 5', 'RETURN 1\\nAS one; RETURN 2']
    """
    held = ""
    for line in lines:
        held += line
        if complete(held):
            if held.strip():
                yield held.strip()
            held = ""
    if bare(held):
        yield held.strip()


def typed(completions: Completions, history: Path | None, told: Callable[[str], None]) -> Iterator[str]:
    """Yield what somebody types, entry by entry, until Ctrl-D; Ctrl-C drops what was typed so far.

    Args:
        completions: what can stand where the cursor is, given everything before it.
        history: file that remembers entries; None for none.
        told: gets remarks.
    """
    ask = _fancy(completions, history) or _plain(told)
    while True:
        try:
            entry = ask()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        if entry.strip():
            yield entry.strip()


def private(path: Path) -> Path | None:
    """Make a file that only its owner can read; return None when it cannot be made."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600))
        path.chmod(0o600)
    except OSError:
        return None
    return path


def _fancy(completions: Completions, history: Path | None) -> Callable[[], str] | None:
    """Return a prompt with history, completion and several lines, or None without prompt_toolkit."""
    try:
        from prompt_toolkit import PromptSession
        from prompt_toolkit.completion import Completer, Completion
        from prompt_toolkit.history import FileHistory, InMemoryHistory
        from prompt_toolkit.key_binding import KeyBindings
    except ImportError:
        return None

    class Words(Completer):
        def get_completions(self, document: Any, complete_event: Any) -> Iterator[Completion]:
            for completion in completions(document.text_before_cursor):
                yield Completion(
                    completion.word, start_position=-completion.replaces, display_meta=completion.meaning
                )

    keys = KeyBindings()

    @keys.add("enter")
    def _enter(event: Any) -> None:
        buffer = event.current_buffer
        if buffer.complete_state and buffer.complete_state.current_completion:
            buffer.complete_state = None
        elif complete(buffer.text):
            buffer.validate_and_handle()
        else:
            buffer.insert_text("\n")

    file = private(history) if history else None
    session: Any = PromptSession(
        history=FileHistory(str(file)) if file else InMemoryHistory(),
        completer=Words(),
        complete_while_typing=False,
        key_bindings=keys,
        multiline=True,
        prompt_continuation=MORE,
    )
    return lambda: str(session.prompt(PROMPT))


def _plain(told: Callable[[str], None]) -> Callable[[], str]:
    """Return a prompt that reads line by line; the readline of the system edits them where there is one."""
    told("completion and history need prompt_toolkit: pip install 'kg-arms[shell]'")
    with suppress(ImportError):
        import readline  # noqa: F401  it makes input() editable

    def ask() -> str:
        try:
            held = input(PROMPT)
            while not complete(held):
                held += "\n" + input(MORE)
        except KeyboardInterrupt:
            sys.stdout.write("\n")
            raise
        return held

    return ask
