"""Notices: what a person is told, in the bell, by e-mail and on his devices."""
