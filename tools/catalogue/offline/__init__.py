"""The site for those without a connection: a folder to take along, and a book to print."""
