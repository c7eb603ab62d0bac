"""By which route the act that is being done has its signatures: known to the act, and to nothing that stores them."""

from contextlib import contextmanager
from contextvars import ContextVar
import logging
from qlvb.content import _
from qlvb.content.violations import Violation
from qlvb.workflows.acts.interfaces import ONE_BY_ONE
from qlvb.workflows.localsigning.settings import LocalSigningSettings
from qlvb.workflows.signing.interfaces import IKeyRing
from ZODB.POSException import ConflictError
from zope import schema
from zope.component import getUtility
from zope.interface import Interface


logger = logging.getLogger("qlvb.local_signing")
#: None: no local signing is under way; (): it is being prepared; else what was brought.
_route = ContextVar("qlvb_local_signing", default=None)
RULE = "NĐ 68/2024 Điều 29"


class ILocalTick(Interface):
    """The tick of the signing forms (screens 2.2), there only while the route is on."""

    vgca = schema.Bool(
        title=_("local_signing_tick", default="Check để ký VGCA"),
        description=_(
            "local_signing_tick_help",
            default="Ký bằng USB token trên máy này qua VGCA Sign Service; bỏ chọn để ký từ xa.",
        ),
        required=False,
        default=False,
    )


@contextmanager
def going(brought=()):
    """While an act is judged for the local route (nothing is brought yet) or done with what was ``brought``."""
    token = _route.set(tuple(brought))
    try:
        yield
    finally:
        _route.reset(token)


def brought():
    """tuple of Brought: signatures made elsewhere, that the act being done takes; () for none."""
    return _route.get() or ()


def offered(agency_id, purpose):
    """bool: the form has the tick."""
    return LocalSigningSettings().offers(agency_id, purpose)


def route_violations(data, **owner):
    """Violations of the route chosen in the input ``data`` of an act. ``owner``: ``userid`` or ``agency_id`` whose
    certificate signs.
    """
    if data.get("vgca"):
        if _route.get() is None:
            message = _(
                "violation_local_not_brought",
                default="Ký VGCA diễn ra trên máy của anh/chị: hãy mở văn bản bằng trình duyệt (bật JavaScript) và ký "
                "ở đó, hoặc bỏ chọn “Check để ký VGCA”.",
            )
            yield Violation("vgca", "local_not_brought", message, RULE)
    elif not has_remote_key(**owner):
        message = _(
            "violation_key_on_device",
            default="Khóa bí mật nằm trên thiết bị riêng (USB token), không ký từ xa được: hãy chọn “Check để ký "
            "VGCA”.",
        )
        yield Violation("", "no_key", message, RULE)


def has_remote_key(userid=None, agency_id=None):
    """bool: the remote route has the key of this person or agency; also where nobody knows a certificate of theirs, or
    the provider does not answer, which is told otherwise: when it is asked to sign.
    """
    ring = getUtility(IKeyRing)
    if ring.certificate(userid=userid, agency_id=agency_id) is None:
        return True
    try:
        return (ring.for_person(userid) if userid else ring.for_agency(agency_id)) is not None
    except ConflictError:
        raise
    except Exception:  # keys lie with providers of any kind, and what each of them raises is not known here
        logger.exception("the provider of keys does not answer")
        return True


def is_on_device(place, purpose, userid=None):
    """bool: the key of the person, or of the agency ``place`` (id) itself, lies on a device, and files may be signed
    with it on one's own machine there: nothing can sign in its owner's absence, or many at once.
    """
    owner = {"userid": userid} if userid else {"agency_id": place}
    return offered(place, purpose) and not has_remote_key(**owner)


def one_by_one():
    """Violation of what would sign many in one go with a key that lies on a device."""
    message = _(
        "violation_key_one_by_one",
        default="Khóa bí mật của anh/chị nằm trên thiết bị riêng (USB token), phải ký từng văn bản trên máy này: hãy "
        "mở “Ký lần lượt”, ký xong một văn bản thì văn bản sau tự mở.",
    )
    return Violation("", ONE_BY_ONE, message, RULE)


def journal_route():
    """dict: what the journal says of the route of an act that is being done."""
    return {"route": "vgca"} if brought() else {}
