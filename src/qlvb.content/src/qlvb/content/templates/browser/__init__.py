"""The screen of an agency's templates."""
