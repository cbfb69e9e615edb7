"""Keeps what governments promised each other from being forgotten."""
