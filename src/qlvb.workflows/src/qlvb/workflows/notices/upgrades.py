"""Upgrade steps of notices."""


def to_1002(tool):
    """Give the permissions of notices and schedules to the roles that have them."""
    tool.runImportStepFromProfile("profile-qlvb.workflows:default", "rolemap", run_dependencies=False)
