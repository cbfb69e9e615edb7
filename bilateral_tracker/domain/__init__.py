"""What is true, given the facts and a day. Pure: no clock, no file, no database."""
