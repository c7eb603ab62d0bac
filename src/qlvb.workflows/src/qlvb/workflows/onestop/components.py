"""Components of a dossier (thành phần hồ sơ): files of the one-stop system that are fetched when somebody looks.

Nothing of them is stored. They come from the hosts of the link alone, redirects are not followed, what they are is
judged by their bytes, as with files that are uploaded. Where the site has a virus scanner, it has to find them clean.
"""

from io import BytesIO
from qlvb.content import _
from qlvb.content.files.inspection import inspect
from qlvb.content.files.kinds import ALLOWED
from qlvb.content.files.kinds import KINDS
from qlvb.content.files.viruses import INFECTED
from qlvb.content.files.viruses import UNCHECKED
from qlvb.workflows.links.client import beginning
from qlvb.workflows.onestop.files import LARGEST
from qlvb.workflows.onestop.rules import may_fetch
from qlvb.workflows.viruses.interfaces import IVirusScanner
from qlvb.workflows.viruses.wording import REASONS
import requests
from requests.auth import AuthBase
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n import translate


#: Seconds to connect, and for each piece of the answer: somebody waits for it.
TIMEOUT = (3, 10)
TRIES = 2
SCAN_PATIENCE = 3


class ComponentFailed(Exception):
    """It cannot be shown; ``message`` (message id) says why. The link stays, and signing is not hindered."""

    def __init__(self, message):
        self.message = message
        super().__init__(message)


class _NoSecret(AuthBase):
    """Nothing is added: no .netrc of the machine either."""

    def __call__(self, request):
        return request


def fetch(component, hosts):
    """(bytes, FileKind) of a component; ``hosts``: from which it may come. :raises ComponentFailed:"""
    if not may_fetch(component["url"], hosts):
        raise ComponentFailed(
            _("onestop_component_host", default="Máy chủ của liên kết không nằm trong danh sách được phép.")
        )
    data = _data(component["url"])
    if len(data) > LARGEST:
        raise ComponentFailed(_("onestop_component_large", default="Tệp lớn hơn 25 MB nên không mở ở đây được."))
    found = inspect(BytesIO(data))
    if found.fault or found.kind not in ALLOWED["annex"]:
        raise ComponentFailed(
            _("onestop_component_type", default="Tệp hỏng, hoặc thuộc loại không được phép mở ở đây.")
        )
    kind = KINDS[found.kind]
    _refuse_unclean(data, kind.mimetype)
    return data, kind


def _refuse_unclean(data, mimetype):
    """Nobody has looked at it before, so what the scanner of the house cannot look at is not shown either."""
    scanner = getUtility(IVirusScanner)
    if not scanner.configured:
        return
    check = scanner.look(BytesIO(data), mimetype, SCAN_PATIENCE)
    if check.state == INFECTED:
        raise ComponentFailed(
            _(
                "onestop_component_infected",
                default="Tệp có mã độc (${virus}) nên không được mở.",
                mapping={"virus": check.virus},
            )
        )
    if check.state == UNCHECKED:
        raise ComponentFailed(
            _(
                "onestop_component_unchecked",
                default="Chưa kiểm tra được mã độc trong tệp: ${reason}; hãy thử lại sau.",
                mapping={"reason": translate(REASONS[check.reason], context=getRequest())},
            )
        )


def _data(url):
    status = None
    for _attempt in range(TRIES):
        try:
            with requests.get(url, auth=_NoSecret(), timeout=TIMEOUT, allow_redirects=False, stream=True) as answer:
                status = answer.status_code
                if status == 200:
                    return beginning(answer, LARGEST)
        except requests.RequestException:
            status = None
        if status is not None and status < 500:
            break
    if status is None:
        raise ComponentFailed(
            _("onestop_component_away", default="Không kết nối được tới hệ thống một cửa; hãy thử lại sau.")
        )
    raise ComponentFailed(
        _(
            "onestop_component_refused",
            default="Hệ thống một cửa không đưa tệp này (mã ${status}); liên kết có thể đã hết hạn.",
            mapping={"status": str(status)},
        )
    )
