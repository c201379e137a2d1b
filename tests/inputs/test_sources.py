"""What is found in folders, and how files of each kind and compression are read."""

from __future__ import annotations

import gzip
import io
import sys
from pathlib import Path

import pytest
import zstandard

from textlint.config.settings import Settings
from textlint.errors import InputError
from textlint.inputs import Kind, find_sources, read_documents, source_of, stdin_source
from textlint.inputs.ignore import ignores


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A function that makes files in an empty working folder."""
    monkeypatch.chdir(tmp_path)
    ignores.cache_clear()

    def make(files: str, **contents: str) -> None:
        for name in files.split():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(contents.get(path.suffix.lstrip(".") or "none", "x\n"))

    return make


def found(*paths: str, force_exclude: bool = False, **settings) -> str:
    """The paths found, in order, errors by their text."""
    chosen = Settings(root=Path.cwd(), **settings)
    items = find_sources(paths, lambda _: chosen, force_exclude=force_exclude)
    return " ".join(str(item) if isinstance(item, InputError) else Path(item.path).as_posix() for item in items)


def test_kinds_of_files_in_order(tree):
    tree("b.txt a.md a.HTML sub/z.jsonl sub/a.ndjson.gz b/c.htm.zst b/x.py b/y c.markdown d.TXT.GZ")
    assert found(".") == "a.HTML a.md b.txt c.markdown d.TXT.GZ b/c.htm.zst sub/a.ndjson.gz sub/z.jsonl"


def test_what_a_repository_says_about_itself_is_left_out_unless_named(tree):
    tree("README.md readme.txt README.de.md LICENSE.txt docs/CONTRIBUTING.md NEWS.txt requirements-dev.txt")
    tree("news.txt readme.html license-plates.txt history.md")
    assert found(".") == "history.md news.txt readme.html"
    assert found("README.md", "NEWS.txt") == "README.md NEWS.txt"


def test_folders_of_tools_are_not_entered(tree):
    tree("a.txt .git/a.txt .venv/a.txt node_modules/x/a.txt .textlint_cache/a.txt sub/__pycache__/a.txt .hidden/a.txt")
    assert found(".") == "a.txt .hidden/a.txt"


def test_gitignore(tree):
    tree("a.txt b.log.txt keep.log.txt out/a.txt sub/a.txt sub/out/a.txt sub/b.tmp.txt sub/deep/c.tmp.txt e/x.txt")
    tree(".gitignore sub/.gitignore", gitignore="x")
    Path(".gitignore").write_text("*.log.txt\n!keep.log.txt\n/out/\n*.tmp.txt\n")
    Path("sub/.gitignore").write_text("!c.tmp.txt\n!\n[z-a]\nout\n")
    Path(".git/info").mkdir(parents=True)
    Path(".git/info/exclude").write_text("/e\n")
    assert found(".") == "a.txt keep.log.txt sub/a.txt sub/deep/c.tmp.txt"
    assert found("sub") == "sub/a.txt sub/deep/c.tmp.txt"
    assert found("sub/deep", "out/a.txt") == "sub/deep/c.tmp.txt out/a.txt"


def test_gitignore_above_the_repository_does_not_count(tree):
    tree("repo/a.txt repo/sub/b.txt")
    Path("repo/.git").mkdir()
    Path(".gitignore").write_text("*.txt\n")
    assert found("repo") == "repo/a.txt repo/sub/b.txt"


@pytest.mark.parametrize(
    ("paths", "settings", "expected"),
    [
        (["."], {"exclude": ("drafts/", "*.tmp.txt")}, "a.txt sub/b.txt"),
        (["."], {"include": ("sub/**",)}, "sub/b.txt sub/c.tmp.txt sub/d.page"),
        (["."], {"include": ("*.page",), "exclude": ("sub",)}, ""),
        (["drafts/a.txt"], {"exclude": ("drafts/",)}, "drafts/a.txt"),
        (["drafts/a.txt", "a.txt"], {"exclude": ("drafts/",), "force_exclude": True}, "a.txt"),
        (["**/*.txt"], {"exclude": ("drafts/",)}, "a.txt sub/b.txt sub/c.tmp.txt"),
        (["sub/*"], {}, "sub/b.txt sub/c.tmp.txt sub/d.page"),
        (["s*"], {}, "sub/b.txt sub/c.tmp.txt"),
        (["a.txt", ".", "./a.txt"], {"exclude": ("drafts", "sub")}, "a.txt"),
        (["nope"], {}, "nope: there is no such file or folder"),
        (["*.nope"], {}, "*.nope: no file matches this pattern"),
    ],
)
def test_patterns(tree, paths, settings, expected):
    tree("a.txt sub/b.txt sub/c.tmp.txt sub/d.page drafts/a.txt")
    assert found(*paths, **settings) == expected


def test_a_file_whose_name_is_a_pattern_is_itself(tree):
    tree("[a].txt a.txt")
    assert found("[a].txt") == "[a].txt"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_to_files_are_taken_and_loops_of_folders_are_safe(tree):
    tree("sub/a.txt")
    Path("sub/loop").symlink_to("..", target_is_directory=True)
    Path("sub/link.txt").symlink_to("a.txt")
    Path("sub/broken.txt").symlink_to("nowhere")
    assert found(".") == "sub/a.txt sub/link.txt"
    assert found("sub/loop") == "sub/loop/sub/a.txt sub/loop/sub/link.txt"


TEXT = "Ferries ran late.\n" * 20_000
PACKED = {"a.txt.gz": gzip.compress, "a.txt.zst": zstandard.compress, "a.txt": bytes}


def read(path: Path) -> list:
    return list(read_documents(source_of(str(path)), Settings()))


@pytest.mark.parametrize(("name", "pack"), PACKED.items(), ids=PACKED)
def test_compression(tmp_path, name, pack):
    (tmp_path / name).write_bytes(pack(TEXT.encode()))
    assert [doc.text for doc in read(tmp_path / name)] == [TEXT]


def test_several_archives_in_one_file(tmp_path):
    for name, pack in PACKED.items():
        (tmp_path / name).write_bytes(pack(b"one ") + pack(b"two"))
        assert [doc.text for doc in read(tmp_path / name)] == ["one two"]


@pytest.mark.parametrize("name", ["a.txt.gz", "a.txt.zst"])
def test_of_a_damaged_archive_what_came_before_is_kept(tmp_path, name):
    noise = "".join(f"{n * n} " for n in range(300_000))
    packed = PACKED[name](noise.encode())
    (tmp_path / name).write_bytes(packed[: len(packed) // 2])
    doc, error = read(tmp_path / name)
    assert "damaged" in str(error)
    assert noise.startswith(doc.text)
    assert len(doc.text) > 100_000
    (tmp_path / name).write_bytes(b"no archive")
    assert [type(item) for item in read(tmp_path / name)][-1] is InputError


@pytest.mark.parametrize(
    ("path", "said"),
    [("nope.txt", "cannot be read: No such file or directory"), (".", "cannot be read: Is a directory")],
)
def test_unreadable(tree, path, said):
    assert str(read(Path(path))[0]) == f"{path}: {said}"


def test_binary_files_are_skipped_aloud(tmp_path):
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 9)
    assert "skipped: a binary file" in str(read(tmp_path / "a.txt")[0])


def test_a_page_too_large_to_hold_is_an_error(tmp_path, monkeypatch):
    monkeypatch.setattr("textlint.inputs.read.MAX_FILE", 1000)
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(bytes(10_000)))
    (tmp_path / "a.html").write_bytes(bytes(10_000))
    for name in ("a.html", "a.html.gz"):
        assert "holds more than" in str(read(tmp_path / name)[0])


def test_standard_input_is_read_as_its_name_says(monkeypatch):
    def given(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    given(b"# A *b*")
    assert [doc.text for doc in read_documents(stdin_source("page.md"), Settings())] == ["A b"]
    given(b'{"text": "a"}\n{"text": "b"}')
    source = stdin_source("page.jsonl")
    assert (source.kind, source.data) == (Kind.JSONL, None)
    assert [doc.text for doc in read_documents(source, Settings())] == ["a", "b"]
