"""Letting a reminder leave the building: one module for each kind of channel, loaded when it is used."""
