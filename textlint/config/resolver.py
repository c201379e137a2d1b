"""Which settings hold for a path."""

from __future__ import annotations

import os
from pathlib import Path

from textlint.config.discovery import find_config
from textlint.config.layers import Layer, file_layer, settings_of
from textlint.config.settings import Settings


class Resolver:
    """Gives the settings of a path: those of its nearest configuration file under those of the command line.

    `config` names one file for all paths; `isolated` reads none. Paths of one configuration share one Settings.
    Raises ConfigError for a file that is wrong.
    """

    def __init__(
        self, command_line: tuple[Layer, ...] = (), config: Path | None = None, *, isolated: bool = False
    ) -> None:
        self.command_line = command_line
        self.config = config
        self.isolated = isolated
        self._of_shown: dict[str, Settings] = {}
        self._of_folder: dict[Path, Settings] = {}
        self._of_config: dict[Path | None, Settings] = {}

    def __call__(self, path: str | Path) -> Settings:
        """The settings of a file."""
        folder = os.path.dirname(path)  # noqa: PTH120 - asked of every file
        settings = self._of_shown.get(folder)
        if settings is None:
            settings = self._of_shown[folder] = self.of_folder(Path(folder).absolute())
        return settings

    def of_folder(self, folder: Path) -> Settings:
        """The settings of the files of a folder (absolute)."""
        settings = self._of_folder.get(folder)
        if settings is None:
            config = None if self.isolated else self.config or find_config(folder)
            settings = self._of_folder[folder] = self._with(config)
        return settings

    def _with(self, config: Path | None) -> Settings:
        if config not in self._of_config:
            root = config.parent if config and config != self.config else Path.cwd()
            layers = [file_layer(config, root), *self.command_line] if config else self.command_line
            self._of_config[config] = settings_of(layers, root)
        return self._of_config[config]
