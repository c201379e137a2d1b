"""Repetition: passages and headlines that a document holds twice."""
