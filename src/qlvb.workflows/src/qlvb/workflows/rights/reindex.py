"""What must be done after grants, state or secrecy of a record changed."""

from plone.dexterity.interfaces import IDexterityContainer
from qlvb.workflows.rights.caching import forget_roles


def reindex_security(record):
    """Bring the catalogue's idea of who may view ``record`` in step; cheap for records without children.

    Call it once after a series of grants and revocations.
    """
    forget_roles()
    if IDexterityContainer.providedBy(record):
        record.reindexObjectSecurity()
    else:
        record.reindexObject(idxs=["allowedRolesAndUsers"])
