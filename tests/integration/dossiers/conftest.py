"""A catalogue of the story, and documents to be filed."""

from dossier_fixtures import approved  # noqa: F401
from dossier_fixtures import catalogue  # noqa: F401
from dossier_fixtures import document  # noqa: F401
from dossier_fixtures import held  # noqa: F401
from dossier_fixtures import perform  # noqa: F401
from dossier_fixtures import refused  # noqa: F401
from dossier_fixtures import state  # noqa: F401
