"""The records of the catalogue: each field declared once, with its type, rule and role."""
