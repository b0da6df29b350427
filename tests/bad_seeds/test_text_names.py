"""Names of texts that lead out of the folder of the texts."""

from __future__ import annotations

import pytest

from tests.bad_seeds.right import BASE, Wrong


@pytest.mark.parametrize(
    "file",
    [
        "../d1.txt",
        "2024/../../d1.txt",
        "..",
        "/etc/hosts",
        "..\\d1.txt",
        "C:\\d1.txt",
        "C:d1.txt",
        "\\d1.txt",
    ],
)
def test_a_text_outside_the_folder_of_the_texts(wrong: Wrong, file: str) -> None:
    assert wrong(a=BASE.replace("d1.txt", f"'{file}'")) == [
        f"a.yaml:17:9: document 'd1': the text '{file}' lies outside the folder of the texts; expected a name"
        " below that folder; put the text there and name it from there"
    ]
