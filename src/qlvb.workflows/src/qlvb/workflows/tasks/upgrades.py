"""Tasks for sites that are older than they are."""


PROFILE = "profile-qlvb.workflows:default"


def to_1002(tool):
    """The state machine of tasks, the role of their assigners and the permissions on them."""
    for step in ("rolemap", "workflow"):
        tool.runImportStepFromProfile(PROFILE, step, run_dependencies=False)
