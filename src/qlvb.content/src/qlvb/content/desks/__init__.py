"""What a person, or a unit, keeps for use: saved searches and chosen columns."""
