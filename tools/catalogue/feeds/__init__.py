"""Feeds of new and changed practices: Atom and JSON Feed, whole and by theme, county and award."""
