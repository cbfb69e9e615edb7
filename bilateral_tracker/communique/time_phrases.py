"""What running prose says of time: how often, by when, and where in turn."""

from bilateral_tracker.communique.cadence_phrases import CadencePhrase, cadences
from bilateral_tracker.communique.deadline_phrases import DeadlinePhrase, deadlines
from bilateral_tracker.communique.venue_phrases import VenuePhrase, venues

__all__ = ["CadencePhrase", "DeadlinePhrase", "VenuePhrase", "cadences", "deadlines", "venues"]
