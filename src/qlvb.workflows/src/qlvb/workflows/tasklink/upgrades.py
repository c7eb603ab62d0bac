"""The link with the province's system for sites that are older than it."""


def permissions(tool):
    """The role of the province's account, and the permissions of its services and of the settings."""
    tool.runImportStepFromProfile("profile-qlvb.workflows:default", "rolemap", run_dependencies=False)
