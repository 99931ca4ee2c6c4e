"""What the submission form needs, as plain values: all of it follows from the model."""
