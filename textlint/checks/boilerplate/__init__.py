"""What a scraper leaves behind: lines and stretches of a page that are no part of its text."""
