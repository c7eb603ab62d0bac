"""May the bytes of a file leave the system? One answer for every door: pages, packages, copies, letters, sends."""

from qlvb.content import _
from qlvb.content.files.interfaces import IBytesGuard
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.interfaces import IFileVersion
from qlvb.content.files.interfaces import ILeaving
from qlvb.content.files.viruses import INFECTED
from qlvb.content.files.viruses import WAITING
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


CODE = "file_infected"
NOT_YET = "file_unscanned"


@implementer(ILeaving)
@adapter(IFileVersion)
class Leaving:
    """See ILeaving: nothing in which a virus was found leaves (TT 05/2025/TT-BNV asks that it be looked for), and
    nothing that was reported as a state secret, whichever record has it (account regulation Điều 24.6).
    """

    def __init__(self, version):
        self.version = version

    @property
    def obstacle(self):
        if closed := getUtility(IBytesGuard).obstacle(self.version.sha256):
            return closed
        check = self.version.virus_check
        if check is None or check.state != INFECTED:
            return None
        message = _(
            "file_infected",
            default="Tệp “${filename}” nhiễm mã độc (${virus}) nên không mở, không tải, không gửi và không xuất được.",
            mapping={"filename": self.version.filename, "virus": check.virus},
        )
        return Violation("file", CODE, message)

    def check(self):
        if obstacle := self.obstacle:
            raise Refused(obstacle, 409)


def obstacles(versions):
    """What keeps these from leaving: list of Violation, one for each file."""
    return [obstacle for version in versions if (obstacle := ILeaving(version).obstacle)]


def unscanned(versions):
    """Of these (IFileVersion) the ones that the scanner is still to look at: list of Violation, one for each file.
    Until then they are for whoever put them in.
    """
    found = []
    for version in versions:
        if version.virus_check is not None and version.virus_check.state == WAITING:
            message = _(
                "file_unscanned",
                default="Tệp “${filename}” đang chờ quét mã độc; mở, tải, gửi được ngay sau khi quét xong.",
                mapping={"filename": version.filename},
            )
            found.append(Violation("file", NOT_YET, message))
    return found


def is_waiting(refused):
    """bool: a Refused that says nothing but that the scanner is still to look at files: it passes by itself."""
    return bool(refused.violations) and all(one.code == NOT_YET for one in refused.violations)


def obstacles_of(record):
    """The same of the newest versions of all files of a record."""
    return obstacles(stored.current for stored in IFileStore(record).files())
