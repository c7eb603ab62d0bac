"""Committed dossiers in a committed box."""

from archive_fixtures import add_document
from archive_fixtures import make_box
from archive_fixtures import make_dossiers
from archive_fixtures import pdf
import pytest
import transaction


@pytest.fixture
def box(functional_province):
    found = make_box(functional_province)
    transaction.commit()
    return found


@pytest.fixture
def dossier(functional_province, login_as):
    """A closed dossier with a document of two pages."""
    (found,) = make_dossiers(functional_province, 1)
    with login_as("leminhanh"):
        add_document(found, pdf(2))
    transaction.commit()
    return found
