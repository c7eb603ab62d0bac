"""Whoever makes a record gets no role by that alone: every right has a cause."""


def record_added(record, event):
    """Take away the role ``Owner`` that Zope gives to the maker of any object."""
    if record.get_local_roles():
        record.manage_delLocalRoles([userid for userid, _roles in record.get_local_roles()])
