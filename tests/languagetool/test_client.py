from __future__ import annotations

import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs

import pytest

from textlint.config.settings import Settings
from textlint.diagnostic import Diagnostic
from textlint.engine import Linter
from textlint.errors import DeepPassError
from textlint.inputs import find_sources
from textlint.languagetool import deep
from textlint.run import Result, check_sources
from textlint.text import Document, Project

SELECT = ("LTG",)


@contextmanager
def serving(answer):
    """A server that answers each request for a check with what `answer(text)` gives, as bytes."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            text = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())["text"][0]
            body = answer(text)
            if body is None:
                return self.connection.close()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)
            return None

        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'[{"name": "English (US)", "code": "en", "longCode": "en-US"}]')

        def log_message(self, *_args):
            pass

    httpd = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{httpd.server_port}"
    finally:
        httpd.shutdown()
        httpd.server_close()


def as_answer(*matches: tuple[int, int, str]) -> bytes:
    """LanguageTool's answer with matches of offset and length in UTF-16 units, and a rule."""
    listed = [
        {
            "offset": offset,
            "length": length,
            "message": "Look here.",
            "replacements": [{"value": "x"}],
            "rule": {"id": rule, "category": {"id": "CONFUSED_WORDS"}},
        }
        for offset, length, rule in matches
    ]
    return json.dumps({"software": {"version": "6.8"}, "matches": listed}).encode()


def its_places(text: str) -> bytes:
    """Marks every `its`, as a server does that counts in UTF-16 units."""
    wide = text.encode("utf-16-le")
    places, at = [], wide.find("its".encode("utf-16-le"))
    while at >= 0:
        places.append((at // 2, 3, "ITS"))
        at = wide.find("its".encode("utf-16-le"), at + 2)
    return as_answer(*places)


@pytest.fixture
def linter_of(tmp_path, monkeypatch):
    monkeypatch.setattr("textlint.cache.cache_folder", lambda: tmp_path)
    deep._opened.cache_clear()

    def make(url: str, **more: object) -> Linter:
        return Linter(Settings(select=SELECT, project=Project(languagetool_url=url))._replace(**more))

    return make


def lint(linter: Linter, text: str, path: str = "a.txt") -> list[Diagnostic]:
    return linter.lint(Document(text, path, project=linter.settings.project))


def test_offsets_are_code_points_whatever_stands_before(linter_of):
    text = "The 😀😀 ferry and its crew.\n\nÉté, 𝒳: the ship and its 😀 its owner."
    with serving(its_places) as url:
        found = lint(linter_of(url, pedantic=True), text)
    assert [text[slice(*diagnostic.span)] for diagnostic in found] == ["its"] * 3
    assert {(diagnostic.code, diagnostic.url) for diagnostic in found} == {
        ("LTG002", "https://community.languagetool.org/rule/show/ITS?lang=en")
    }


def test_unchanged_paragraphs_are_not_asked_about_again(linter_of):
    asked = []

    def answer(text):
        asked.append(text)
        return its_places(text)

    with serving(answer) as url:
        linter = linter_of(url)
        first = lint(linter, "The ship and its crew.\nThe town and its pier.")
        lint(linter, "The town and its pier.\nA new line and its end.")
    assert len(first) == 2
    assert asked[1:] == ["The ship and its crew.\n\nThe town and its pier.", "A new line and its end."]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda _text: b"<html>busy</html>", "does not answer as it should"),
        (lambda _text: b'{"matches": [{"offset": "x"}]}', "does not answer as it should"),
        (lambda text: None if "ferry" in text else as_answer(), "does not answer as it should"),
    ],
)
def test_a_server_that_fails_costs_the_deep_pass_alone(linter_of, answer, said):
    def warm(text):
        return as_answer() if "The time is now" in text else answer(text)

    with serving(warm) as url:
        linter = linter_of(url, select=("LTG", "ENC003"))
        found = [lint(linter, f"The ferry {at} &amp; crew.", f"{at}.txt") for at in range(3)]
    assert [[diagnostic.code for diagnostic in of_one] for of_one in found] == [["ENC003"]] * 3
    assert [type(error) for error in linter.errors] == [DeepPassError] * 3
    assert [error.places for error in linter.errors] == [("0.txt",), ("1.txt",), ("2.txt",)]
    assert said in str(linter.errors[0])


@pytest.fixture
def pages(tmp_path, linter_of):
    """Three small files."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for at in range(3):
        (folder / f"{at}.txt").write_text(f"The ferry {at} and its crew are here.")
    return folder


def run_over(pages: Path, url: str) -> list[Result]:
    settings = Settings(select=SELECT, pedantic=True, project=Project(languagetool_url=url))
    return list(check_sources(find_sources([str(pages)], lambda _: settings), lambda _: settings))


def test_small_files_are_asked_about_together_and_once(pages, monkeypatch):
    monkeypatch.setattr("textlint.cache.cache_folder", lambda: None)
    asked = []

    def answer(text):
        asked.append(text)
        return its_places(text)

    with serving(answer) as url:
        results = run_over(pages, url)
    assert [len(result.diagnostics) for result in results] == [1, 1, 1]
    assert [text.count("ferry") for text in asked if "ferry" in text] == [3]


def test_documents_that_no_rule_could_see_are_named_once(pages):
    with serving(lambda text: as_answer() if "The time is now" in text else b"busy") as url:
        results = run_over(pages, url)
    blind = [error for result in results for error in result.errors if isinstance(error, DeepPassError)]
    assert [[Path(place).name for place in error.places] for error in blind] == [["0.txt", "1.txt", "2.txt"]]


def test_no_server_is_said_with_what_to_do(linter_of):
    linter = linter_of("http://127.0.0.1:9")
    assert lint(linter, "The ferry left.") == []
    assert "no LanguageTool answers at http://127.0.0.1:9" in str(linter.errors[0])


@pytest.mark.languagetool
def test_what_a_rule_of_ours_says_already_is_said_once(languagetool_server, linter_of):
    linter = linter_of(languagetool_server.url, select=("LTG", "TYP001", "TYP002"))
    alone = linter_of(languagetool_server.url, select=("TYP001", "TYP002"))
    text = "The council has not repsonded to the letter of the mayor."
    (merged,), (ours,) = lint(linter, text), lint(alone, text)
    assert merged.code == ours.code
    assert merged.confidence >= ours.confidence


def test_one_error_names_the_documents_that_were_not_seen(tmp_path, textlint):
    (tmp_path / "textlint.toml").write_text('select = ["LTG", "ENC003"]\nlanguagetool.server = "http://127.0.0.1:9"')
    (tmp_path / "a.jsonl").write_text('{"text": "Salt &amp; ice."}\n{"text": "The ferry left."}\n')
    (tmp_path / "b.txt").write_text("The pier is shut.")
    ran = textlint("check", "--output-format", "concise", ".")
    assert ran.code == 2
    assert "a.jsonl:1:16: ENC003" in ran.out
    assert "did not see 3 documents (a.jsonl, record 1, a.jsonl, record 2, b.txt)" in ran.err
    assert ran.err.count("error:") == 1


@pytest.mark.languagetool
def test_inline_code_goes_as_markup_and_positions_hold(languagetool_server, tmp_path, textlint):
    config = f'select = ["LTG"]\nlanguagetool.server = "{languagetool_server.url}"'
    (tmp_path / "textlint.toml").write_text(config)
    (tmp_path / "a.md").write_text(
        "Run `its` twice a day 😀 and **its** a good idea to read [the log](http://x.org/its)."
    )
    ran = textlint("check", "--output-format", "concise", "a.md")
    assert ran.out.splitlines()[0].startswith("a.md:1:31: LTG002")
    assert len(ran.out.splitlines()) == 2


@pytest.mark.languagetool
def test_our_own_server_is_found_or_started_where_the_configuration_says_so(languagetool_server, tmp_path, textlint):
    (tmp_path / "textlint.toml").write_text("[languagetool]\nenabled = true\nautostart = true\n")
    (tmp_path / "a.txt").write_text("The council said that its a good idea to wait for the ferry.\n")
    ran = textlint("check", "--output-format", "concise", "--select", "LTG", "a.txt")
    assert (ran.code, ran.err) == (1, "")
    assert "a.txt:1:23: LTG002" in ran.out
