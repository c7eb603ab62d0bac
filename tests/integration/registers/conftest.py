"""The day of the registers' tests."""

from dossier_fixtures import held  # noqa: F401
