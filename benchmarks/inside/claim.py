"""Let a generated index be that of the site; it may have been filled beside it."""

from qlvb.content.index import schema
from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import start_zope
import transaction


def claim():
    """To be called inside ``application``."""
    schema.create("qlvb")
    transaction.commit()


if __name__ == "__main__":
    start_zope()
    with application("qlvb"):
        claim()
