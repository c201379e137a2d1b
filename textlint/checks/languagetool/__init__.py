"""What LanguageTool finds, by kind; see `textlint.languagetool`."""
