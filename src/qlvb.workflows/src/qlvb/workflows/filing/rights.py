"""Who may see and keep a dossier: its holder, by the cause ``dossier``. Holders of a whole and of a part read both."""

from plone.uuid.interfaces import IUUID
from qlvb.content.dossiers.parts import parts_of
from qlvb.content.dossiers.parts import whole_of
from qlvb.content.index.renewing import renew
from qlvb.workflows.rights.interfaces import IGrants


CAUSE = "dossier"
HOLDER = "holder"


def give_holder_access(dossier, event):
    """Bring the grant in step with the field ``holder``; the one before loses it."""
    if not _in_step(dossier, HOLDER, "Drafter", dossier.holder):
        return
    whole = whole_of(dossier)
    if whole is not None:
        read_each_other(whole, dossier)
    for part in parts_of(dossier):
        read_each_other(dossier, part)


def read_each_other(whole, part):
    """Whoever keeps a dossier reads its parts, and who keeps a part reads the dossier."""
    _in_step(part, "whole", "Participant", whole.holder)
    _in_step(whole, f"part.{IUUID(part)}", "Participant", part.holder)


def _in_step(dossier, reference, role, userid):
    """bool: somebody else than ``userid`` had the role for this reason, or nobody."""
    grants = IGrants(dossier)
    had = [grant.principal for grant in grants.all() if (grant.cause, grant.reference) == (CAUSE, reference)]
    if had == ([userid] if userid else []):
        return False
    grants.revoke(CAUSE, reference=reference)
    if userid:
        grants.grant(userid, role, CAUSE, reference)
    dossier.reindexObjectSecurity()
    return True


def act_performed(dossier, event):
    """After an act on a whole: when its parts are to be handed in follows from its state."""
    if event.act.transition:
        for part in parts_of(dossier):
            renew(part)
