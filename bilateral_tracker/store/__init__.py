"""Facts in and out of a database."""
