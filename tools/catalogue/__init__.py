"""Checks, derives and publishes a catalogue of good practices. Knows nothing of MkDocs."""
