"""Names: one person or place, one spelling."""
