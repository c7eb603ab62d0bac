"""Bring a site to the version of this code: the tables of the index, the steps of its profiles, what they made stale.

The tables come first, because steps write records. Steps that were done are not done again; each profile is committed
by itself, so what was cut off goes on where it was. Newer profiles have boxes that records do not say yet, so all are
said again after them.
"""

from plone import api
from qlvb.content.index import schema
from qlvb.content.index.refusals import IndexUnavailable
from qlvb.policy.commands.index import rebuild_index
from qlvb.policy.commands.index import sentence
from qlvb.policy.commands.index import upgrade_tables
from qlvb.policy.commands.zope import opened_site
import sys
import transaction


#: In the order of their dependencies.
PROFILES = ("qlvb.content:default", "qlvb.workflows:default", "qlvb.policy:default")


def arguments(parser):
    parser.add_argument("--quiet", action="store_true", help="no progress bar")


def run(options):
    with opened_site(options.site) as site:
        try:
            if upgrade_tables(site):
                schema.ask_for_rebuild()
            upgrade_profiles()
            return rebuild_index(site, options) if schema.is_incomplete() else 0
        except IndexUnavailable as unavailable:
            print(sentence(unavailable), file=sys.stderr)
            return 1


def upgrade_profiles():
    """Run what is new in each profile; commits after each."""
    setup = api.portal.get_tool("portal_setup")
    for profile in PROFILES:
        if setup.listUpgrades(profile):
            schema.ask_for_rebuild()
        upgrade_profile(setup, profile)
        transaction.commit()


def upgrade_profile(setup, profile):
    """Run the steps of a profile that the site has not seen, and say which."""
    before = version_of(setup, profile)
    setup.upgradeProfile(profile)
    after = version_of(setup, profile)
    print(f"{profile}: {after}" if before == after else f"{profile}: {before} -> {after}")


def version_of(setup, profile):
    """str: the version of the profile that the site has, such as ``1003``."""
    version = setup.getLastVersionForProfile(profile)
    return ".".join(version) if isinstance(version, tuple) else version
