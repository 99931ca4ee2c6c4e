"""What is measured, and against what. Run with `make bench`."""
