"""The demonstration province of the story."""
