"""Submission notes for sites that are older than they are."""


def to_1002(tool):
    """The state machine of notes."""
    tool.runImportStepFromProfile("profile-qlvb.workflows:default", "workflow", run_dependencies=False)
