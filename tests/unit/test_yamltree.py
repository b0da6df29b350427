"""YAML with the place of everything in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.errors import Location
from kg.sources.yaml_tree import DEEPEST, Tree, read


def parsed(folder: Path, text: str | bytes) -> tuple[Tree | None, list[str]]:
    file = folder / "x.yaml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    tree, problems = read(file, "x.yaml")
    return tree, [str(problem) for problem in problems]


def value(folder: Path, text: str) -> Any:
    tree, problems = parsed(folder, text)
    assert problems == []
    assert tree is not None
    return tree.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5", 5),
        ("-5", -5),
        ("+5", 5),
        ("0", 0),
        ("0123", 123),
        ("0o17", 15),
        ("0x1F", 31),
        ("9" * 50, int("9" * 50)),
        ("1.5", 1.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e3", 1000.0),
        ("-1.5E-2", -0.015),
        ("true", True),
        ("True", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("off", "off"),
        ("Y", "Y"),
        ("nUll", "nUll"),
        ("tRue", "tRue"),
        ("2024-10-11", "2024-10-11"),
        ("12:30:45", "12:30:45"),
        ("1_000", "1_000"),
        ("0b1", "0b1"),
        ("<", "<"),
        ("=", "="),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("1e400", "1e400"),
        ("9" * 5000, "9" * 5000),
        ("0x" + "f" * 500, "0x" + "f" * 500),
        ("'5'", "5"),
        ('"true"', "true"),
        ("''", ""),
        ('"\\u0000\\e"', "\0\x1b"),
        ("|-\n  a\n  b", "a\nb"),
        (">-\n  a\n  b", "a b"),
        ("북한", "북한"),
        ("😀", "😀"),
        ("a#b", "a#b"),
        ("a # b", "a"),
        ("[a, 1]", ["a", 1]),
        ("{b: 2}", {"b": 2}),
        ("[]", []),
        ("{}", {}),
    ],
)
def test_plain_words_follow_the_core_schema(tmp_path: Path, text: str, expected: Any) -> None:
    loaded = value(tmp_path, f"a: {text}\n")["a"]
    assert (loaded, type(loaded)) == (expected, type(expected))


def test_places_of_values_and_keys(tmp_path: Path) -> None:
    tree, _ = parsed(
        tmp_path,
        "# heading\nstates:\n- id: kp\n  names: [Nord, 북한, x]\n- {id: ru, part_of: [{actor: x}]}\n",
    )
    assert tree is not None
    assert tree.place(()) == Location("x.yaml", 2, 1)
    assert tree.place(("states",)) == Location("x.yaml", 3, 1)
    assert tree.place(("states",), key=True) == Location("x.yaml", 2, 1)
    assert tree.place(("states", 0)) == Location("x.yaml", 3, 3)
    assert tree.place(("states", 0, "id")) == Location("x.yaml", 3, 7)
    assert tree.place(("states", 0, "names", 2)) == Location("x.yaml", 4, 21)
    assert tree.place(("states", 1, "part_of", 0, "actor")) == Location("x.yaml", 5, 30)
    assert tree.place(("states", 1, "part_of", 0, "actor"), key=True) == Location("x.yaml", 5, 23)


@pytest.mark.parametrize(
    "path", [("states", 0, "none"), ("states", 0, "id", "deeper"), ("states", 0, 7), ("states", 0, "id", 0)]
)
def test_a_path_is_followed_as_far_as_it_goes(tmp_path: Path, path: tuple[str | int, ...]) -> None:
    tree, _ = parsed(tmp_path, "states:\n- id: kp\n")
    assert tree is not None
    assert tree.place(path) == tree.place(path[:3] if path[2] == "id" else path[:2])


@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_columns_count_characters_whatever_the_line_ends(tmp_path: Path, bom: str, end: str) -> None:
    tree, _ = parsed(tmp_path, f"{bom}# über{end}a: {{北: 1, 😀b: 2}}{end}")
    assert tree is not None
    assert tree.place(("a", "😀b"), key=True) == Location("x.yaml", 2, 11)


def test_keys_are_texts(tmp_path: Path) -> None:
    assert value(tmp_path, "5: a\nnull: b\n'x y': c\n") == {"5": "a", "null": "b", "x y": "c"}


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# only a remark\n", "---\n", "--- \n...\n", "null\n", "{}\n", "\ufeff", "   \n"]
)
def test_an_empty_file(tmp_path: Path, text: str) -> None:
    assert parsed(tmp_path, text) == (
        None,
        ["x.yaml:1:1: the file is empty; expected at least one list of facts; add facts or delete the file"],
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a:\n\t- b\n", "2:1: a tab where YAML wants spaces"),
        ("a:\n- b: 1\n\tc: 2\n", "3:1: a tab where YAML wants spaces"),
        ("a:\n- b: 1\n  \tc: 2\n", "3:3: a tab where YAML wants spaces"),
        (
            "a: [1\nb: 2\n",
            (
                "2:2: not YAML: while parsing a flow sequence that begins at 1:4: did not find expected ','"
                " or ']'"
            ),
        ),
        ("a: 'never\nb: 2\n", "1:4: a quoted text that never ends"),
        ('a: "never\n', "1:4: a quoted text that never ends"),
        ("a: b: c\n", "1:5: not YAML: mapping values are not allowed in this context"),
        (
            "a: @b\n",
            "1:4: not YAML: while scanning for the next token found character that cannot start any token",
        ),
        ("a: }\n", "1:4: not YAML: while parsing a block node did not find expected node content"),
        (
            "a:\n  - b\n - c\n",
            "3:2: not YAML: while parsing a block mapping that begins at 1:1: did not find expected key",
        ),
        (
            "%WHAT x\na: 1\n",
            "1:6: not YAML: while scanning a directive that begins at 1:1: found unknown directive name",
        ),
    ],
)
def test_what_is_no_yaml(tmp_path: Path, text: str, problem: str) -> None:
    tree, problems = parsed(tmp_path, text)
    assert tree is None
    assert [p.partition("; expected")[0] for p in problems] == [f"x.yaml:{problem}"]


@pytest.mark.parametrize(
    ("text", "problem", "rest"),
    [
        ("a: &x 1\n", "1:4: the anchor '&x'; expected every value written out; delete the anchor", {"a": 1}),
        (
            "a: *x\n",
            "1:4: the alias '*x'; expected every value written out; write the value again",
            {"a": None},
        ),
        (
            "a: !!int '5'\n",
            "1:4: the tag '!!int'; expected plain YAML without tags; delete the tag",
            {"a": "5"},
        ),
        (
            "a: !own {b: 1}\n",
            "1:4: the tag '!own'; expected plain YAML without tags; delete the tag",
            {"a": {"b": 1}},
        ),
        ("a: ! x\n", "1:4: the tag '!'; expected plain YAML without tags; delete the tag", {"a": "x"}),
        (
            "a: !!python/object/apply:os.system [x]\n",
            (
                "1:4: the tag '!!python/object/apply:os.system'; expected plain YAML without tags; delete"
                " the tag"
            ),
            {"a": ["x"]},
        ),
        ("? [a]\n: 1\n", "1:3: a key that is not a word; expected a field name", None),
        ("? {a: 1}\n: 1\nb: 2\n", "1:3: a key that is not a word; expected a field name", {"b": 2}),
        ("&k a: 1\n", "1:1: the anchor '&k'; expected every value written out; delete the anchor", {"a": 1}),
        (
            "a: 1\nb: 2\na: 3\n",
            (
                "3:1: the key 'a' stands twice: x.yaml:1:1 has it; expected each key once; delete or rename"
                " one of the two"
            ),
            {"a": 1, "b": 2},
        ),
        (
            "a: 1\n---\na: 2\n",
            "2:1: a second document; expected one document in a file; delete the line ---",
            {"a": 1},
        ),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, problem: str, rest: Any) -> None:
    tree, problems = parsed(tmp_path, text)
    assert problems == [f"x.yaml:{problem}"]
    assert (tree.value if tree else None) == rest


def test_an_alias_as_key_is_refused_once(tmp_path: Path) -> None:
    assert parsed(tmp_path, "*x : 1\nb: 2\n")[1] == [
        "x.yaml:1:1: the alias '*x'; expected every value written out; write the value again"
    ]


def test_aliases_are_not_unfolded(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 10)
    )
    tree, problems = parsed(tmp_path, bomb)
    assert tree is not None
    assert len(problems) == 10 + 81


def test_everything_refused_is_reported_in_the_order_of_the_file(tmp_path: Path) -> None:
    _, problems = parsed(tmp_path, "a: &x 1\nb: !t 2\na: 3\nc: *x\n")
    assert [p.split(":")[1] for p in problems] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (
            "# über\nname: Größe\n".encode("latin-1"),
            "1:3: byte 0xfc is not UTF-8; expected a file in UTF-8; save it as UTF-8",
        ),
        (
            "größer: é".encode() + b"\xff",
            "1:10: byte 0xff is not UTF-8; expected a file in UTF-8; save it as UTF-8",
        ),
        (b"a: 1\nb: caf\xe9\n", "2:7: byte 0xe9 is not UTF-8; expected a file in UTF-8; save it as UTF-8"),
        (
            "a: 1\n".encode("utf-16"),
            "1:1: byte 0xff is not UTF-8; expected a file in UTF-8; save it as UTF-8",
        ),
        (b"a: \xed\xa0\x80\n", "1:4: byte 0xed is not UTF-8; expected a file in UTF-8; save it as UTF-8"),
    ],
)
def test_another_encoding(tmp_path: Path, raw: bytes, problem: str) -> None:
    assert parsed(tmp_path, raw) == (None, [f"x.yaml:{problem}"])


@pytest.mark.parametrize(
    ("raw", "place", "code"),
    [
        ("a: 1\n".encode("utf-16-le"), "1:2", "0000"),
        (b"a: 1\nb: x\x00y\n", "2:5", "0000"),
        (b"a: \x1b[31m\n", "1:4", "001B"),
        (b"a: x\x7f\n", "1:5", "007F"),
        ("a: x\u0085y\n".encode(), "1:5", "0085"),
        ("# é\na: 'x\u2028y'\n".encode(), "2:6", "2028"),
        ("a: x\uffff\n".encode(), "1:5", "FFFF"),
    ],
)
def test_characters_that_nobody_sees(tmp_path: Path, raw: bytes, place: str, code: str) -> None:
    tree, problems = parsed(tmp_path, raw)
    assert tree is None
    todo = "delete it, or save the file as UTF-8"
    assert problems == [f"x.yaml:{place}: the character U+{code}; expected text that only shows; {todo}"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: " + "[" * 200_000, f"1:{4 + DEEPEST}"),
        ("a: " + "[" * 5_000 + "]" * 5_000, f"1:{4 + DEEPEST}"),
        ("{a: " * 5_000 + "}" * 5_000, f"1:{2 + 4 * DEEPEST}"),
        ("".join(" " * i + "a:\n" for i in range(2_000)), f"{DEEPEST + 1}:{DEEPEST + 1}"),
        ("- " * 5_000 + "x\n", f"1:{1 + 2 * (DEEPEST + 1)}"),
        ("? " * 5_000 + "x\n", f"1:{1 + 2 * (DEEPEST + 1)}"),
    ],
)
def test_deep_nesting_ends_reading_and_not_the_program(tmp_path: Path, text: str, place: str) -> None:
    tree, problems = parsed(tmp_path, text)
    assert tree is None
    assert problems == [
        f"x.yaml:{place}: nested more than {DEEPEST} levels deep; expected facts as flat lists"
    ]


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    tree, problems = read(tmp_path, "folder.yaml")
    assert tree is None
    assert [str(p) for p in problems] == [
        "folder.yaml: cannot be read: Is a directory; check that it exists and may be read"
    ]
