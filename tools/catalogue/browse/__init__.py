"""What the browse page and the comparison read: facets, cards, search records."""
