"""Upgrade steps of the life of incoming documents."""


def to_1002(tool):
    """Bring in the states *recalled* and *replaced* and their transitions; those that were there keep their rights."""
    tool.runImportStepFromProfile("profile-qlvb.workflows:default", "workflow", run_dependencies=False)
