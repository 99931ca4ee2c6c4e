"""What follows from the records: small pure functions, each with the source of its rule."""
