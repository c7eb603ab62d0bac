"""Components of a dossier (thành phần hồ sơ): files of the one-stop system that are fetched when somebody looks.

Nothing of them is stored. They come from the hosts of the link alone, redirects are not followed, and what they are is
judged by their bytes, as with files that are uploaded.
"""

from io import BytesIO
from qlvb.content import _
from qlvb.content.files.inspection import inspect
from qlvb.content.files.kinds import ALLOWED
from qlvb.content.files.kinds import KINDS
from qlvb.workflows.links.client import beginning
from qlvb.workflows.onestop.files import LARGEST
from qlvb.workflows.onestop.rules import may_fetch
import requests
from requests.auth import AuthBase


#: Seconds to connect, and for each piece of the answer: somebody waits for it.
TIMEOUT = (3, 10)
TRIES = 2


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
    return data, KINDS[found.kind]


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
