"""LanguageTool as a deep pass: a server of our own, a client, and which of its rules are precise enough."""
