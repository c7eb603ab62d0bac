from outgoing_story import key_directory  # noqa: F401
from outgoing_story import keys  # noqa: F401
