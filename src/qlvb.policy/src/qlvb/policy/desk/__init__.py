"""The decision desk: what waits for a person, read and decided one after the other on one screen."""
