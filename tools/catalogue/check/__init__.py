"""The checks. Each yields findings; `practices` and `registry` turn them into problems."""
