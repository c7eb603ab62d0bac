"""The drafter's right to the draft, kept in step with the field ``drafter``."""

from qlvb.workflows.rights.interfaces import IGrants


def grant_drafter(document, event):
    """Give the role Drafter to the person the document names, and take it from anybody it named before."""
    drafter = document.drafter
    if not drafter:
        return
    grants = IGrants(document)
    held = {grant.principal for grant in grants.all() if grant.cause == "draft" and grant.role == "Drafter"}
    for former in held - {drafter}:
        grants.revoke("draft", principal=former, role="Drafter")
    if grants.grant(drafter, "Drafter", "draft"):
        document.reindexObjectSecurity()
