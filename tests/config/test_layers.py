"""Which settings hold: the nearest file, the command line over it, and where each value comes from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import DEMO

from textlint.cli.config import values_of
from textlint.config.layers import option_layer
from textlint.config.resolver import Resolver
from textlint.config.schema import ConfigFile
from textlint.config.settings import Settings

PACK = f'packs = ["{DEMO.as_posix()}"]\n'


def write(root: Path, files: dict[str, str]) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")


@pytest.mark.parametrize(
    ("files", "ignored"),
    [
        ({}, ()),
        ({"textlint.toml": 'ignore = ["A"]'}, ("A",)),
        ({"textlint.toml": 'ignore = ["A"]', "sub/textlint.toml": ""}, ()),
        ({"textlint.toml": 'ignore = ["A"]', "sub/pyproject.toml": '[project]\nname = "textlint"'}, ("A",)),
        ({"textlint.toml": 'ignore = ["A"]', "sub/pyproject.toml": '[tool.textlint]\nignore = ["B"]'}, ("B",)),
        ({"sub/textlint.toml": 'ignore = ["A"]', "sub/pyproject.toml": '[tool.textlint]\nignore = ["B"]'}, ("A",)),
        ({"sub/.textlintrc": '{"rules": {}}', "sub/deeper/textlint.toml": 'ignore = ["A"]'}, ()),
    ],
    ids=["none", "above", "nearest", "pyproject of others", "pyproject", "own before pyproject", "never below"],
)
def test_nearest_file_wins(tmp_path, files, ignored):
    write(tmp_path, files)
    assert Resolver()(tmp_path / "sub" / "a.txt").ignore == ignored


def test_each_folder_has_its_own(textlint, tmp_path):
    write(tmp_path, {"a.txt": "Teh mill.", "sub/a.txt": "Teh mill.", "sub/textlint.toml": PACK + 'select = ["DEM002"]'})
    ran = textlint("check", ".", "--output-format", "concise")
    assert [line.split(":")[0] for line in ran.out.splitlines() if "DEM001" in line] == ["a.txt"]


def test_isolated_reads_no_file(textlint, tmp_path):
    write(tmp_path, {"a.txt": "Teh mill."})
    assert textlint("check", "a.txt", "--isolated", "--select", "ENC").code == 0


def test_named_file_holds_for_all(textlint, tmp_path):
    write(tmp_path, {"sub/a.txt": "Teh mill.", "sub/textlint.toml": 'nonsense = "not read"'})
    assert textlint("check", "sub", "--config", "textlint.toml").code == 1


COMMAND_LINES = {
    # what: (configuration, arguments, codes found)
    "the file alone": ('ignore = ["DEM002"]', [], ["DEM001"]),
    "select drops the file's ignore": ('ignore = ["DEM002"]', ["--select", "DEM"], ["DEM001", "DEM002"]),
    "ignore adds to the file's": ('ignore = ["DEM002"]', ["--ignore", "DEM001"], []),
    "extend-select adds": ("", ["--extend-select", "shouting"], ["DEM001", "DEM002", "DEM003"]),
    "exact select beats ignored prefix": ("", ["--select", "DEM001", "--ignore", "DEM"], ["DEM001"]),
    "lists and repeated options": (
        "",
        ["--select", "DEM001,DEM002", "--select", "DEM003"],
        ["DEM001", "DEM002", "DEM003"],
    ),
    "key": ("", ["--config", "ignore = ['DEM001']"], ["DEM002"]),
    "keys one by one": ("", ["--config", "ignore=['DEM001']", "--config", "ignore=['DEM002']"], []),
    "confidence": ("", ["--min-confidence", "0.7"], ["DEM001"]),
    "confidence in the file": ("min-confidence = 0.95", [], []),
    "confidence of the command line": ("min-confidence = 0.95", ["--min-confidence", "0"], ["DEM001", "DEM002"]),
    "pedantic": ("", ["--pedantic"], ["DEM001", "DEM002", "DEM003"]),
}


@pytest.mark.parametrize(("config", "argv", "codes"), COMMAND_LINES.values(), ids=COMMAND_LINES)
def test_command_line_over_file(textlint, tmp_path, config, argv, codes):
    selected = 'select = ["DEM"]\n'
    write(tmp_path, {"textlint.toml": f"{PACK}{selected}{config}\n", "a.txt": "Teh LOUDEST mill, needless to say."})
    found = json.loads(textlint("check", "a.txt", "--output-format", "json", *argv).out)
    assert sorted(one["code"] for one in found if one["code"].startswith("DEM")) == codes


def test_severity_of_the_most_exact_selector(textlint, tmp_path):
    write(tmp_path, {"textlint.toml": f'{PACK}select = ["DEM"]\n[severity]\nDEM = "info"\nempty-phrase = "error"\n'})
    write(tmp_path, {"a.txt": "Teh mill, needless to say."})
    found = json.loads(textlint("check", "a.txt", "--output-format", "json").out)
    assert [(one["code"], one["severity"]) for one in found] == [("DEM001", "info"), ("DEM002", "error")]


def test_tables_grow_key_by_key(textlint, tmp_path):
    write(tmp_path, {"textlint.toml": "[rules.TYP002]\na = 1\nb = 2\n[names]\nprefer = ['Kyiv']\n"})
    layers = tuple(map(option_layer, ("rules.TYP002.b = 3", "rules.TYP001.c = 4", "names.style = 'bbc'")))
    settings = Resolver(layers)(tmp_path / "a.txt")
    assert settings.options == {"TYP002": {"a": 1, "b": 3}, "TYP001": {"c": 4}}
    assert (settings.project.prefer_names, settings.project.name_style) == (("Kyiv",), "bbc")


def test_project_words(tmp_path):
    write(
        tmp_path,
        {"textlint.toml": 'words = ["pekoe"]\nwords-file = "words.txt"', "words.txt": "# tea\noolong\nAssam\n"},
    )
    assert Resolver()(tmp_path / "a.txt").project.words == {"pekoe", "oolong", "Assam"}


def test_fields_of_records(textlint, tmp_path):
    write(tmp_path, {"a.jsonl": '{"url": "u1", "body": {"main": "Teh mill.", "lead": "wiht"}}\n'})
    ran = textlint(
        "check", "a.jsonl", "--text-field", "body.main", "--text-field", "body.lead", "--id-field", "url",
        "--output-format", "json",
    )  # fmt: skip
    found = [(one["document"], one["field"], one["text"]) for one in json.loads(ran.out)]
    assert found == [("u1", "body.main", "Teh"), ("u1", "body.lead", "wiht")]


def test_output_format_of_the_file(textlint, tmp_path):
    write(tmp_path, {"textlint.toml": f'{PACK}select = ["DEM"]\noutput-format = "json-lines"\n', "a.txt": "Teh mill."})
    assert json.loads(textlint("check", "a.txt").out)["code"] == "DEM001"
    assert textlint("check", "a.txt", "--output-format", "concise").out.startswith("a.txt:1:1: DEM001")


def test_include_and_exclude(textlint, tmp_path):
    files = dict.fromkeys(("a.txt", "b.log", "drafts/c.txt", "corpus/d.txt", "README.md"), "Teh mill.")
    write(tmp_path, files)
    assert checked(textlint("check", ".", "--config", "exclude=['drafts/']")) == ["a.txt", "corpus/d.txt"]
    assert checked(textlint("check", ".", "--config", "include=['*.log']")) == ["b.log"]
    assert checked(textlint("check", "README.md", "a.txt")) == ["README.md", "a.txt"]
    assert checked(textlint("check", "README.md", "a.txt", "--force-exclude")) == ["a.txt"]
    ran = textlint("check", "README.md", "--force-exclude")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def checked(ran) -> list[str]:
    return [line.split(" ")[-1].split(":")[0] for line in ran.out.splitlines() if "-->" in line]


def test_config_says_which_file_holds(textlint, tmp_path):
    write(tmp_path, {"sub/textlint.toml": PACK + 'ignore = ["DEM001"]\n[names]\nprefer = ["Kyiv"]', "sub/a.txt": ""})
    ran = textlint("config", "sub/a.txt", "--ignore", "DEM003")
    assert ran.code == 0
    assert 'ignore = ["DEM001", "DEM003"]  # sub/textlint.toml, command line' in ran.out
    assert 'names.prefer = ["Kyiv"]  # sub/textlint.toml' in ran.out
    assert 'id-field = "id"  # default' in ran.out
    shown = json.loads(textlint("config", "sub", "--output-format", "json").out)
    assert shown["settings"]["ignore"] == {"value": ["DEM001"], "origin": "sub/textlint.toml"}
    assert "DEM002" in shown["running"]


def test_config_shows_every_key():
    shown = {key.split(".")[0] for key in values_of(Settings())}
    assert shown == {field.alias for field in ConfigFile.model_fields.values()} - {"words-file"}


def test_every_key_is_documented():
    page = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text("utf-8")
    missing = [field.alias for field in ConfigFile.model_fields.values() if f"`{field.alias}" not in page]
    assert missing == []
