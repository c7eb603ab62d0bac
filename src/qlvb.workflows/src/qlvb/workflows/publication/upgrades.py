"""Publication for sites that are older than it is."""


def to_1002(tool):
    """Who may see what is published."""
    tool.runImportStepFromProfile("profile-qlvb.workflows:default", "rolemap", run_dependencies=False)
