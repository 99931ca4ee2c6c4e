"""The catalogue as data for others: JSON, CSV, XLSX and the JSON Schema."""
