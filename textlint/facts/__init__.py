"""Facts about a document that several checks share; each is computed once per document."""
