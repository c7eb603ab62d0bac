"""As the tests of outgoing documents: a draft, its people, their keys."""

from outgoing_fixtures import cast  # noqa: F401
from outgoing_fixtures import clock  # noqa: F401
from outgoing_fixtures import draft  # noqa: F401
from outgoing_fixtures import key_directory  # noqa: F401
from outgoing_fixtures import keys  # noqa: F401
from outgoing_fixtures import one_writer  # noqa: F401
from outgoing_fixtures import person  # noqa: F401
from outgoing_fixtures import registers  # noqa: F401
from outgoing_fixtures import sent  # noqa: F401
