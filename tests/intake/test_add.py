"""`kg add`: what is taken from where, and everything written at once or not at all."""

from __future__ import annotations

import gzip
import re
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.curate.adding import writing
from kg.curate.adding.naming import slug
from kg.errors import ExportError
from kg.sources.seeds import load
from kg.system.atomic_files import write_atomically
from tests.cli.tools import ROOT, run, widest

AFTERNOON = ROOT / "docs" / "example" / "afternoon"
PAGE = AFTERNOON / "howitzers-by-night.html"
STATEMENT = AFTERNOON / "ministry-statement.pdf"
DAY = ("--outlet", "post", "--published", "2026-01-05")
NAMES = """\
organizations:
- {id: post, name: The Post, kind: news-outlet}
states:
- {id: radio-betaland, name: A state with the id of an outlet}
collections:
- {id: guns, name: Guns, name_de: Waffen, description: About guns.}
"""


@pytest.fixture
def corpus(desk: Path) -> Path:
    """A corpus of one's own, in which the test stands."""
    (desk / "seeds").mkdir()
    (desk / "seeds" / "names.yaml").write_text(NAMES, "utf-8")
    (desk / "kg.toml").write_text('title = "Guns"\n', "utf-8")
    (desk / "in").mkdir()
    return desk


def document(file: Path) -> dict[str, Any]:
    (made,) = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)["documents"]
    return dict(made)


def put(folder: Path, text: str | bytes, name: str = "a.txt") -> Path:
    """Write a file to be added."""
    path = folder / "in" / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def record(uri: str, number: int, page: bytes) -> bytes:
    """Return a record of a web archive file."""
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2026-01-05T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\nContent-Length: {len(body)}\r\n"
        "Content-Type: application/http; msgtype=response\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_page_says_what_it_is_and_each_value_is_told_with_its_place(corpus: Path) -> None:
    assert run("add", PAGE).code == 0
    ran = run("add", PAGE)
    assert ran.code == 2, "the second time it is known"
    assert "document 'harbour-post-2026-01-05' at seeds/documents/2026-01-05-harbour-post.yaml:6:7" in ran.err
    made = document(corpus / "seeds" / "documents" / "2026-01-05-harbour-post.yaml")
    text = (corpus / "texts" / "harbour-post-2026-01-05.txt").read_bytes()
    assert made["sha256"] == sha256(text).hexdigest()
    assert made["original"]["sha256"] == sha256(PAGE.read_bytes()).hexdigest()
    assert (made["title"], made["outlet"], made["published"], made["language"]) == (
        "Howitzers by night",
        "harbour-post",
        "2026-01-05",
        "en",
    )
    assert {fact.id: fact.caption for fact in load("seeds").facts}["harbour-post"] == "Harbour Post"


def test_drafts_know_the_outlets_of_all_that_is_added_with_them(corpus: Path) -> None:
    assert run("add", AFTERNOON / "alphaland-arms-neighbour.html", PAGE).code == 0
    assert "harbour-post asserts about 40" in run("draft", "list", "northern-times-2026-01-07").out


def test_what_is_told(corpus: Path) -> None:
    ran = run("add", PAGE)
    assert ran.code == 0, ran
    assert widest(ran.err) <= 100
    for words in (
        r"title +Howitzers by night +\(JSON-LD headline\)",
        r"outlet +harbour-post +\(JSON-LD publisher\)",
        r"new organization 'Harbour Post', taken for a news-outlet",
        r"published +2026-01-05 +\(JSON-LD datePublished\)",
        r"text +texts/harbour-post-2026-01-05\.txt: 5 paragraphs, by the rule html-blocks-1",
        r"wrote +seeds/documents/2026-01-05-harbour-post\.yaml",
    ):
        assert re.search(words, ran.err), (words, ran.err)


def test_a_pdf_asks_for_what_it_does_not_say_and_its_pages_are_paragraphs(corpus: Path) -> None:
    before = everything(corpus)
    run("add", STATEMENT).refused(
        *("--published", "never guessed (the first day in the text is '12 January 2026')", "--new-outlet"),
        *("'Ministry of Defence of Betaland' wrote it (PDF Author)", "the file was made on"),
    )
    assert everything(corpus) == before
    ran = run("add", *DAY, "--kind", "statement", "--collection", "guns", STATEMENT)
    assert ran.code == 0, ran
    assert "2 pages" in ran.err
    made = document(corpus / "seeds" / "documents" / "2026-01-05-post.yaml")
    assert made["original"]["pages"] == "2"
    assert (made["kind"], made["collection"]) == ("statement", "guns")
    shown = run("verify", "--originals", AFTERNOON)
    assert "1 original: 1 same, 0 different, 0 not at hand, 0 other files" in shown.done()


def test_one_bad_file_does_not_stop_the_others(corpus: Path) -> None:
    table = put(corpus, "a;b;c\n1;2;3\n4;5;6\n", "t.txt")
    ran = run("add", AFTERNOON / "alphaland-arms-neighbour.html", table, "missing.pdf", PAGE)
    assert ran.code == 1
    assert "t.txt: it is a table" in ran.err
    assert "missing.pdf: it cannot be read" in ran.err
    assert "2 documents were added" in ran.err
    assert "2 files were not added" in ran.err
    assert len(list((corpus / "seeds" / "documents").iterdir())) == 2
    assert run("add", table, "missing.pdf").code == 2


def test_nothing_is_half_written(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(path: Path, text: str) -> None:
        if path.suffix == ".yaml":
            raise ExportError("the disk is full")
        write_atomically(path, text)

    monkeypatch.setattr(writing, "write_atomically", fails)
    before = everything(corpus)
    assert run("add", PAGE).code == 1
    assert everything(corpus) == before


def test_existing_files_are_not_touched(corpus: Path) -> None:
    put(corpus, "One.\n")
    for place in ("texts/post-2026-01-05.txt", "seeds/documents/2026-01-05-post.yaml"):
        path = corpus / place
        path.parent.mkdir(exist_ok=True)
        path.write_text("topics: []\n", "utf-8")
        before = everything(corpus)
        run("add", *DAY, "in/a.txt").refused("exists already", "nothing was changed")
        assert everything(corpus) == before
        path.unlink()
    put(corpus, "Two.\n", "b.txt")
    assert run("add", *DAY, "in/a.txt").code == run("add", *DAY, "in/b.txt").code == 0
    assert (corpus / "seeds" / "documents" / "2026-01-05-post-2.yaml").exists(), "a second one of that day"


def test_a_dry_run_prints_the_text_with_its_numbers(corpus: Path) -> None:
    before = everything(corpus)
    ran = run("add", "--dry-run", PAGE)
    assert ran.code == 0
    assert re.match(r"1  Howitzers by night\n2  ", ran.out)
    assert everything(corpus) == before


def test_a_text_among_the_texts_stays_as_it_is(corpus: Path) -> None:
    (corpus / "texts" / "more").mkdir(parents=True)
    text = corpus / "texts" / "more" / "a.txt"
    text.write_text("One.\n\nTwo.\n", "utf-8")
    ran = run("add", *DAY, text)
    assert "stays as it is" in ran.err
    made = document(corpus / "seeds" / "documents" / "2026-01-05-post.yaml")
    assert (made["file"], made["sha256"]) == ("more/a.txt", sha256(text.read_bytes()).hexdigest())
    assert "original" not in made


def test_other_characters_are_said_and_kept_for_the_next_time(corpus: Path) -> None:
    text = "В понедельник министерство обороны сообщило о поставке сорока гаубиц.\n" * 3
    put(corpus, text.encode("windows-1251"))
    assert run("add", *DAY, "--encoding", "windows-1251", "in/a.txt").code == 0
    made = document(corpus / "seeds" / "documents" / "2026-01-05-post.yaml")
    assert made["original"]["encoding"] == "windows-1251"
    assert "1 same" in run("verify", "--originals", "in").done()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--outlet", "the-post"), "did you mean 'post'?"),
        (("--outlet", "nobody"), "say --new-outlet NAME"),
        (("--outlet", "post", "--new-outlet", "X"), "--outlet and --new-outlet both name who published it"),
        (("--new-outlet", "THE POST"), "'post' is called so; expected a name that is new"),
        (("--new-outlet", "Radio Betaland"), "the id 'radio-betaland' is taken at seeds/names.yaml"),
        (("--new-outlet", "!!!"), "no id can be made"),
        ((*DAY, "--collection", "gun"), "did you mean 'guns'?"),
        ((*DAY, "--id", "Not An Id"), "lower case"),
        ((*DAY, "--id", "post"), "the id 'post' is taken at seeds/names.yaml:2:8"),
        ((*DAY, "--language", "german!"), "language"),
        ((*DAY, "--kind", "poem"), "kind"),
        ((*DAY, "--url", "nowhere"), "url"),
        (("--outlet", "post", "--published", "5.1.2026"), "--published"),
        ((*DAY, "--record", "x"), "no web archive"),
    ],
)
def test_what_does_not_fit(corpus: Path, words: tuple[str, ...], told: str) -> None:
    put(corpus, "It is said.\n")
    before = everything(corpus)
    ran = run("add", *words, *(() if "--published" in words else DAY[2:]), "in/a.txt")
    assert ran.code == 2
    assert told in ran.err
    assert everything(corpus) == before


def test_an_outlet_like_a_known_one_is_asked_about(corpus: Path) -> None:
    page = PAGE.read_text("utf-8").replace("Harbour Post", "The Pst")
    put(corpus, page, "a.html")
    run("add", "in/a.html").refused(
        "no organization is called 'The Pst'", "did you mean 'post'?", "--outlet post"
    )
    ran = run("add", "--new-outlet", "The Pst", "in/a.html")
    assert "organization 'post' is called much alike; say --outlet post" in ran.err
    put(corpus, page.replace("The Pst", "THE POST").replace("by night", "by day"), "b.html")
    ran = run("add", "in/b.html")
    assert "outlet     post  (JSON-LD publisher)" in ran.err
    assert "document 'the-pst-2026-01-05' has this address, too" in ran.err


def test_a_new_outlet_is_written_once(corpus: Path) -> None:
    for name in ("a", "b"):
        put(corpus, f"This is {name}.\n", f"{name}.txt")
    ran = run("add", "--new-outlet", "Süd & Co", *DAY[2:], "in/a.txt", "in/b.txt")
    assert ran.code == 0, ran
    assert ran.err.count("new organization") == 1
    assert [fact.id for fact in load("seeds").facts if fact.id.startswith("sud")] == [
        "sud-co-2026-01-05-2",
        "sud-co",
        "sud-co-2026-01-05",
    ]


def test_options_of_one_document_are_for_one_file(corpus: Path) -> None:
    run("add", "--id", "x", "a.txt", "b.txt").refused("--id is for one document, and 2 files are named")


def test_without_a_corpus_nothing_is_added_to_the_one_of_the_program(desk: Path) -> None:
    run("add", PAGE).refused("there is no corpus here to add to", "kg init DIR")


def test_what_could_steer_a_terminal_stays_out(corpus: Path) -> None:
    put(corpus, PAGE.read_text("utf-8").replace("Howitzers by night", "Guns\\u001b[31m: #'x"), "a.html")
    ran = run("add", "in/a.html")
    assert ran.code == 0, ran
    made = corpus / "seeds" / "documents" / "2026-01-05-harbour-post.yaml"
    assert "\x1b[31m" not in ran.err + made.read_text("utf-8")
    load("seeds")


def test_slug() -> None:
    assert slug("Straße 5") == "strasse-5"
    assert slug("...") == ""


def test_the_warc_record_is_kept_and_found_again(corpus: Path) -> None:
    pages = (PAGE, AFTERNOON / "guns-in-the-harbour.html")
    records = (record(f"https://a.example/{n}", n, page.read_bytes()) for n, page in enumerate(pages))
    put(corpus, b"".join(map(gzip.compress, records)), "pages.warc.gz")
    ran = run("add", "in/pages.warc.gz", "--record", "https://a.example/0")
    assert ran.code == 0, ran
    run("add", "in/pages.warc.gz", "--title", "x").refused("holds 2 documents", "https://a.example/1")
    run("add", "in/pages.warc.gz").refused("the id 'radio-betaland' is taken")
    ran = run("add", "in/pages.warc.gz", *DAY[:2])
    assert ran.code == 0, ran
    assert "https://a.example/0 is left out: it is document 'harbour-post-2026-01-05' at" in ran.err
    made = document(corpus / "seeds" / "documents" / "2026-01-09-post.yaml")["original"]
    assert (made["file"], made["warc"]["uri"]) == ("pages.warc.gz", "https://a.example/1")
    assert made["sha256"] == sha256((AFTERNOON / "guns-in-the-harbour.html").read_bytes()).hexdigest()
    assert "2 originals: 2 same" in run("verify", "--originals", "in").done()


def test_verify_says_what_became_of_an_original(corpus: Path) -> None:
    shutil.copy(PAGE, corpus / "in")
    assert run("add", PAGE).code == run("add", *DAY, STATEMENT).code == 0
    ran = run("verify", "--originals", "in")
    assert ran.done().count("original not at hand: post-2026-01-05") == 1
    shutil.copy(PAGE, corpus / "in" / STATEMENT.name)
    ran = run("verify", "--originals", "in")
    assert (ran.code, "1 other files" in ran.out) == (0, True)
    assert "is another file than its original" in ran.err
    file = corpus / "seeds" / "documents" / "2026-01-05-harbour-post.yaml"
    text = corpus / "texts" / "harbour-post-2026-01-05.txt"
    old = sha256(text.read_bytes()).hexdigest()
    text.write_text(text.read_text("utf-8").replace("night", "day", 1), "utf-8")
    made = file.read_text("utf-8").replace(old, sha256(text.read_bytes()).hexdigest())
    file.write_text(re.sub(r"tool: .*", "tool: readability-lxml 0.1", made), "utf-8")
    ran = run("verify", "--originals", "in")
    assert ran.code == 1
    assert "1 different" in ran.out
    assert ", was readability-lxml 0.1): paragraph 1 differs first, from character 13 on" in ran.err
    text.unlink()
    assert "its text is not at hand to say where" in run("verify", "--originals", "in").err
    file.write_text(made.replace("html-blocks-1", "html-blocks-9"), "utf-8")
    assert "there is no rule 'html-blocks-9'" in run("verify", "--originals", "in").err
    run("verify", "--originals", "nowhere").refused("there is no folder nowhere")


def test_a_day_to_come_is_no_day_of_publication(corpus: Path) -> None:
    path = put(corpus, "A text of one line.\n")
    run("add", path, "--outlet", "post", "--published", "2999-01-05").refused(
        "the day of publication, 2999-01-05, is still to come", "correct --published"
    )
    assert not (corpus / "seeds" / "documents").exists()
