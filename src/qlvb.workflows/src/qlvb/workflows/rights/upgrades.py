"""Upgrade steps of roles and permissions."""


def to_1001(tool):
    """Give the permissions *Save searches*, *Share searches* and *Export lists* to the roles that have them."""
    tool.runImportStepFromProfile("profile-qlvb.workflows:default", "rolemap", run_dependencies=False)
