"""What a desk officer does: gather the facts, decide, record."""
