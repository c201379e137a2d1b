"""Rule packs: folders of TOML files that describe rules, and the data beside them."""

from textlint.packs.data import data_path, rules_folder
from textlint.packs.load import Packs, load_packs

__all__ = ["Packs", "data_path", "load_packs", "rules_folder"]
