"""Upgrade steps of the site's settings."""


def to_1001(tool):
    """Read the site's own type again. The registry is left alone: reading it would take back what people have set."""
    tool.runImportStepFromProfile("profile-qlvb.policy:default", "typeinfo", run_dependencies=False)
