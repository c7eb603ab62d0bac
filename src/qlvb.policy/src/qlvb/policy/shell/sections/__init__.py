"""The sections of the menu in the order of the top menu (product wording of TDoffice and iOffice)."""

from qlvb.policy.shell.sections import administration
from qlvb.policy.shell.sections import archive
from qlvb.policy.shell.sections import catalogues
from qlvb.policy.shell.sections import dossiers
from qlvb.policy.shell.sections import incoming
from qlvb.policy.shell.sections import notes
from qlvb.policy.shell.sections import outgoing
from qlvb.policy.shell.sections import overview
from qlvb.policy.shell.sections import schedule
from qlvb.policy.shell.sections import tasks


SECTIONS = tuple(
    module.SECTION
    for module in (
        incoming,
        outgoing,
        notes,
        tasks,
        dossiers,
        archive,
        schedule,
        overview,
        catalogues,
        administration,
    )
)
