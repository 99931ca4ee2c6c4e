"""Reading submitted files: the gate, the strict YAML reader, and the split of head and body."""
