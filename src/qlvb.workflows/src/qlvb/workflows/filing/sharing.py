"""Who reads a dossier besides its holder: people and units, by the cause ``sharing``."""

from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.rights.interfaces import IGrants
from zope.component import getUtility


CAUSE = "sharing"
REFERENCE = "dossier"
#: The functions whose groups make up a unit.
FUNCTIONS = ("unit_leader", "specialist", "member")


def principals_of(agency_id, people, units):
    """Principals of userids and ids of departments: list of str."""
    groups = [group_id(agency_id, function, unit) for unit in units for function in FUNCTIONS]
    return list(dict.fromkeys([*people, *groups]))


def share(dossier, people, units):
    """Let people (userids) and units (ids of departments) read; returns the principals that are new."""
    agency, grants = getUtility(IDirectory).agency_of(dossier), IGrants(dossier)
    new = [
        principal
        for principal in principals_of(agency.id, people, units)
        if grants.grant(principal, "Participant", CAUSE, REFERENCE)
    ]
    dossier.reindexObjectSecurity()
    return new


def unshare(dossier, principals):
    """Take the grants of these principals back, of a group those of its whole unit; returns how many."""
    grants, told = IGrants(dossier), set(map(_who, principals))
    gone = [principal for principal in shared_with(dossier) if _who(principal) in told]
    count = sum(grants.revoke(CAUSE, reference=REFERENCE, principal=principal) for principal in gone)
    dossier.reindexObjectSecurity()
    return count


def shared_with(dossier):
    """Principals that read by sharing: list of str."""
    return [grant.principal for grant in IGrants(dossier).all() if (grant.cause, grant.reference) == (CAUSE, REFERENCE)]


def readers(dossier):
    """Who reads by sharing, each person and each unit once: list of principals, of a unit its first group."""
    found = {}
    for principal in shared_with(dossier):
        found.setdefault(_who(principal), principal)
    return list(found.values())


def _who(principal):
    """A person, or the unit of a group without the function in it (pure).

    >>> _who("leminhanh"), _who("skhcn.cntt.member") == _who("skhcn.cntt.specialist")
    ('leminhanh', True)
    """
    return principal.rpartition(".")[0] or principal


def title_of(principal):
    """A principal in words: a person's name, or the unit of a group."""
    agency_id, _dot, rest = principal.partition(".")
    if not rest:
        return getUtility(IDirectory).person(principal).fullname
    unit = getUtility(IDirectory).department(agency_id, rest.rpartition(".")[0])
    return unit.title if unit is not None else principal
