"""Checkpoints signed and time-stamped, files looked at by night, and the alarm."""
