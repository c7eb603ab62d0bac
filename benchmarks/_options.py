"""What the words of ``BENCH`` set."""

from dataclasses import dataclass
from dataclasses import fields


@dataclass
class Options:
    """Sizes. The defaults fit into about half an hour on two cores once the data sets are there."""

    small: int = 1000  # records of the small index
    records: int = 1_000_000  # records of the large index
    plain: int = 50_000  # Documents of the plain Plone site, and records in the same search
    whole: int = 50_000  # records really in the ZODB
    databases: str = "sqlite"  # of the index: sqlite, postgresql, or both with a comma
    rounds: int = 40  # how often a page or search is asked
    creations: int = 60  # documents made one by one
    imported: int = 2000  # documents of a bulk import
    clients: int = 50  # on one register
    writers: int = 8  # in different agencies
    dossiers: int = 1000  # of one transfer

    @property
    def dialects(self):
        return [name for name in self.databases.split(",") if name]


def read(words):
    """(steps, Options) of words such as ``lists`` and ``records=1000``.

    :raises SystemExit: a setting nobody knows.
    """
    options, steps = Options(), []
    known = {field.name: field.type for field in fields(Options)}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals:
            steps.append(word)
        elif name in known:
            setattr(options, name, known[name](value))
        else:
            raise SystemExit(f"No setting {name}; there are {', '.join(known)}.")
    return steps, options
