"""Upgrade steps of roles and permissions."""


def to_1001(tool):
    """Give the permissions *Save searches*, *Share searches* and *Export lists* to the roles that have them."""
    tool.runImportStepFromProfile("profile-qlvb.workflows:default", "rolemap", run_dependencies=False)


def overviews_and_imports(tool):
    """Give the permissions *View overview* and *Import records* to the roles that have them."""
    tool.runImportStepFromProfile("profile-qlvb.workflows:default", "rolemap", run_dependencies=False)


def records_management(tool):
    """State machines of transfer, hold, disposal and reading; the later states of dossiers and documents."""
    for step in ("workflow", "rolemap"):
        tool.runImportStepFromProfile("profile-qlvb.workflows:default", step, run_dependencies=False)


def opinions_and_administration(tool):
    """The state machine of requests for an opinion, drafts on which opinions are asked given up; the permissions of
    accounts, operations, feedback and mail servers. Disposal is for named roles: whoever administers the site neither
    proposes, decides nor executes it.
    """
    for step in ("workflow", "rolemap"):
        tool.runImportStepFromProfile("profile-qlvb.workflows:default", step, run_dependencies=False)


def account_requests(tool):
    """The state machine of requests for accounts; who asks, who decides, who sets the rules of accounts; who packs
    documents that are in no dossier. The role and permissions of the one-stop system's account; documents may go back
    to it from the clerk.
    """
    for step in ("workflow", "rolemap"):
        tool.runImportStepFromProfile("profile-qlvb.workflows:default", step, run_dependencies=False)


def to_1006(tool):
    """Who sets gateways for short messages, and who allows their servers. Outgoing documents of the one-stop system may
    end signed, without being issued. Personal documents are their owner's.
    """
    for step in ("workflow", "rolemap"):
        tool.runImportStepFromProfile("profile-qlvb.workflows:default", step, run_dependencies=False)


def to_1007(tool):
    """The account of a one-stop system asks for tokens with a key; who gives keys out."""
    tool.runImportStepFromProfile("profile-qlvb.workflows:default", "rolemap", run_dependencies=False)


def to_1009(tool):
    """Everybody may report secret material; who sees the reports."""
    tool.runImportStepFromProfile("profile-qlvb.workflows:default", "rolemap", run_dependencies=False)
