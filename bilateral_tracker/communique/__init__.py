"""From the running prose of a communiqué to what it promises. Pure: text and a day in, values out."""
