"""Reading files into plain text, whatever they are written in. Nothing is ever fetched from a network."""
