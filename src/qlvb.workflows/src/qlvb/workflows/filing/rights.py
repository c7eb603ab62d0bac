"""Who may see and keep a dossier: its holder, by the cause ``dossier``."""

from qlvb.workflows.rights.interfaces import IGrants


CAUSE = "dossier"
HOLDER = "holder"


def give_holder_access(dossier, event):
    """Bring the grant in step with the field ``holder``; the one before loses it."""
    grants = IGrants(dossier)
    holders = [grant.principal for grant in grants.all() if (grant.cause, grant.reference) == (CAUSE, HOLDER)]
    wanted = [dossier.holder] if dossier.holder else []
    if holders == wanted:
        return
    grants.revoke(CAUSE, reference=HOLDER)
    for userid in wanted:
        grants.grant(userid, "Drafter", CAUSE, HOLDER)
    dossier.reindexObjectSecurity()
