"""Planned interruptions: announced at least one working day before, shown on every screen until they are over."""
