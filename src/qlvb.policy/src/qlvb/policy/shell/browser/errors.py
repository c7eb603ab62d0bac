"""What people read when something is missing, not allowed or broken: always with a next step."""

from AccessControl.SecurityManagement import newSecurityManager
from Acquisition import aq_base
import json
import logging
from OFS.CopySupport import CopyError
from plone import api
from plone.memoize.view import memoize
from plone.rest.errors import ErrorHandling
from plone.rest.interfaces import IAPIRequest
from plone.restapi.exceptions import DeserializationError
from Products.CMFEditions.interfaces.IArchivist import ArchivistRetrieveError
from Products.CMFPlone.browser.exceptions import ExceptionView
from Products.Five import BrowserView
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.accounts.guard import PASSWORD_EXPIRED
from qlvb.content.accounts.guard import PASSWORD_FIRST
from qlvb.content.accounts.guard import SUSPENDED
from qlvb.content.clock import show_moment
from qlvb.content.exposures.lid import closed_by
from qlvb.content.exposures.refusing import closed_on_the_way
from qlvb.content.exposures.refusing import closed_violation
from qlvb.content.exposures.refusing import unwrapped
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.holds.refusal import RecordHeld
from qlvb.content.interfaces import IRecord
from qlvb.content.violations import OUT_OF_REACH
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import refused_response
from qlvb.workflows.exposures.reporting import views_beneath
from transaction.interfaces import TransientError
from zExceptions import BadRequest
from zExceptions import Forbidden
from zExceptions import MethodNotAllowed
from zExceptions import NotFound
from zExceptions import ResourceLockedError
from zExceptions import Unauthorized
from zope.component import getMultiAdapter
from zope.publisher.interfaces import NotFound as PublisherNotFound


logger = logging.getLogger(__name__)

BUSY = _(
    "error_busy_again",
    default="Nhiều người đang cùng ghi vào một chỗ; chưa có gì được lưu. Hãy thử lại sau ít giây.",
)
#: Zope's manage screens raise an error without a status for what does not let itself be copied, cut or renamed.
NO_COPY = _(
    "violation_copy_refused", default="Mục này không sao chép, cắt, dán hay đổi tên được tại đây; chưa có gì thay đổi."
)
#: What Plone's folders say, without a status, when they are to paste or import what may not be in them.
DISALLOWED = ("Disallowed subobject type", "Pasting not allowed in this workflow")
NOT_HERE = _("violation_not_allowed_here", default="Mục này không nhận loại nội dung đó; chưa có gì thay đổi.")
NO_JSON = _("violation_json_malformed", default="Nội dung gửi lên không phải là một đối tượng JSON.")
#: Plone's services for versions of content and for undoing transactions of the database.
NO_VERSION = _("violation_version_unknown", default="Không có phiên bản này để khôi phục; chưa có gì thay đổi.")
NO_SUCH_THING = _("violation_not_supported", default="Hệ thống không làm được việc này; chưa có gì thay đổi.")
NOT_ALLOWED = _("violation_no_permission", default="Anh/chị không có quyền xem hay làm việc này tại đây.")
#: What Zope's own screens refuse without a word.
BAD_REQUEST = _("violation_bad_request", default="Yêu cầu không đúng; chưa có gì thay đổi.")
LOCKED = _(
    "violation_webdav_locked", default="Mục này đang bị một chương trình khác khóa qua WebDAV; chưa có gì thay đổi."
)
#: Methods of pages; a page that is refused shows people where to sign in or why they may not.
PAGED = ("GET", "HEAD", "POST")
#: Methods that change or take away what the address names (REST, WebDAV).
CHANGING = ("PATCH", "PUT", "DELETE", "MOVE", "COPY", "PROPPATCH", "LOCK", "UNLOCK")
#: Kind of page -> icon.
ICONS = {
    "missing": "question-diamond",
    "forbidden": "lock",
    "refused": "exclamation-triangle",
    "busy": "hourglass-split",
    "broken": "tools",
}


#: Code of a refusal that leads to the page where the password is changed -> what is said there.
PASSWORD_WORDS = {
    PASSWORD_FIRST: _("signin_change_first", default="Mật khẩu này do người khác cấp: hãy đổi trước khi làm việc."),
    PASSWORD_EXPIRED: _(
        "signin_change_expired", default="Mật khẩu đã quá hạn (Quy chế tài khoản Điều 16): hãy đổi trước khi làm việc."
    ),
}


def kind_of(exception):
    """Which page an exception gets."""
    if isinstance(exception, (NotFound, PublisherNotFound)):
        return "missing"
    if isinstance(exception, Refused):  # before Forbidden: what a hold forbids is both, and says by which case
        return "refused"
    if isinstance(exception, (Unauthorized, Forbidden)):
        return "forbidden"
    if isinstance(exception, TransientError):
        return "busy"
    return "broken"


class ErrorPage(ExceptionView):
    """Plone's page for exceptions, in our words. A broken page is drawn without menus, which may be what is broken."""

    kind = "broken"
    violations = ()

    @property
    def shell_plain(self):
        return self.kind in ("broken", "busy") or self.suspended

    @property
    def suspended(self):
        """bool: the account itself is what is refused: there is nowhere to go but out."""
        return any(violation.code == SUSPENDED for violation in self.violations)

    @property
    def password_words(self):
        """Message id when the password is what stands in the way, else None."""
        return next((words for one in self.violations if (words := PASSWORD_WORDS.get(one.code))), None)

    def __call__(self):
        exception = self._closed() or self._barred() or self.context
        if IAPIRequest.providedBy(self.request) and not isinstance(exception, Refused):
            exception = self._answer(exception)
            if not isinstance(exception, Refused):
                return ErrorHandling(exception, self.request)()
        if isinstance(exception, CopyError):
            exception = Refused(Violation("", "copy_refused", NO_COPY), 403)
        elif isinstance(exception, ValueError) and str(exception).startswith(DISALLOWED):
            exception = Refused(Violation("", "not_allowed_here", NOT_HERE), 403)
        elif isinstance(exception, ResourceLockedError):
            exception = Refused(Violation("", "webdav_locked", LOCKED), 423)
        elif isinstance(exception, BadRequest):
            said = str(exception).strip()
            exception = Refused(Violation("", "bad_request", said or BAD_REQUEST), 400)
        self.kind = kind_of(exception)
        if self.kind == "missing" and self.plone_redirector_view.attempt_redirect():
            return None
        self.context = self._place()
        self._recognise()
        response = self.request.response
        refused = exception if isinstance(exception, Refused) else None
        if refused is not None:
            status = refused.status
            self.violations = refused.violations
        else:
            status = {"busy": OUT_OF_REACH, "missing": 404}.get(self.kind, type(exception))
        html = "text/html" in self.request.getHeader("Accept", "")
        if status == OUT_OF_REACH and (html or refused is None):
            logger.warning("%s: %s", self.request.get("PATH_INFO"), exception, exc_info=exception)
        if html and self.request.method == "GET" and (words := self.password_words):
            api.portal.show_message(words, self.request, type="warning")
            response.redirect(f"{api.portal.get().absolute_url()}/@@change-password", status=302, lock=True)
            return ""
        if html:
            body = self.index()
        else:
            response.setHeader("Content-Type", "application/json")
            body = json.dumps(
                refused_response(self.request, refused) if refused else {"error_type": type(exception).__name__}
            )
        # Later the publisher sets the status again, by the name of the exception's class: lock what that name does not
        # say. A missing right stays open: for people the challenge makes a way to the sign-in page of it.
        response.setStatus(status, lock=self.kind in ("refused", "busy"))
        return body

    def _answer(self, exception):
        """What a program is told: Refused, or the exception where Plone's answer is as good."""
        if isinstance(exception, DeserializationError):
            return Refused(Violation("", "json_malformed", NO_JSON))
        if isinstance(exception, ArchivistRetrieveError):
            return Refused(Violation("version", "version_unknown", NO_VERSION), 404)
        if isinstance(exception, NotImplementedError):
            return Refused(Violation("", "not_supported", NO_SUCH_THING), 501)
        if kind_of(exception) == "busy":
            # What the storage says of a conflict is long, and nothing that a client could act upon.
            logger.warning("%s: %s", self.request.get("PATH_INFO"), exception, exc_info=exception)
            return Refused(Violation("", "busy", BUSY), OUT_OF_REACH)
        return exception

    def _barred(self):
        """Refused for whoever is signed in and may not: 401 would send a program to sign in again. What a case holds
        is named with the case: no right would help, nor another method. None for the pages of people, who are shown
        the way, and for who is not signed in.
        """
        if self._is_paged() or not isinstance(self.context, (Unauthorized, MethodNotAllowed)):
            return None
        self._recognise()
        if api.user.is_anonymous():
            return None
        unauthorized = isinstance(self.context, Unauthorized)
        return self._held() or (Refused(Violation("", "forbidden", NOT_ALLOWED), 403) if unauthorized else None)

    def _is_paged(self):
        """bool: a person asks for a page. Zope's manage screens are none: their forms are sent from inside of them."""
        screen = self.request.method == "POST" and "/manage_" in self.request.get("PATH_INFO", "")
        return self.request.method in PAGED and not screen and not IAPIRequest.providedBy(self.request)

    def _held(self):
        """RecordHeld when the request was to change a held record that the person sees, or None."""
        passed = map(unwrapped, self.request.get("PARENTS") or ())
        record = next((one for one in passed if IRecord.providedBy(one)), None)
        if record is None or self.request.method not in CHANGING or not self._ends_at(record):
            return None
        violations = IHolds(record).violations() if api.user.has_permission("View", obj=record) else ()
        return RecordHeld(violations) if violations else None

    def _ends_at(self, record):
        """bool: the address is that of the record, not of a service at it."""
        return self.request.get("PATH_INFO", "").rstrip("/").endswith(f"/{record.getId()}")

    def _closed(self):
        """What those read who could open the record before it was reported as secret material: Refused, or None."""
        if not isinstance(self.context, Unauthorized):
            return None
        record = closed_on_the_way(self.request)
        if record is None:
            return None
        self._recognise()
        seen = views_beneath(record, api.user.get_current())
        return Refused(closed_violation(closed_by(record)), 403) if seen else None

    def _place(self):
        """The content that the page is drawn for. What was published last may be a view, on which no page stands."""
        parents = self.request.get("PARENTS") or ()
        return next((one for one in parents if hasattr(aq_base(one), "getPhysicalPath")), self.__parent__)

    def _recognise(self):
        """Learn who asks: when the address leads nowhere, that happens before anybody was authenticated."""
        if not api.user.is_anonymous():
            return
        portal = api.portal.get()
        for place in (portal, portal.__parent__):  # whoever administers Zope itself is known above the site only
            acl_users = place.acl_users
            for user_id, login in acl_users._extractUserIds(self.request, acl_users.plugins):
                user = acl_users._findUser(acl_users.plugins, user_id, login, self.request)
                if user is not None:
                    newSecurityManager(self.request, user.__of__(acl_users))
                    return

    @property
    def told(self):
        """list of dict message, url: what the rules say, and where it leads."""
        return [violation.for_page(self.request) for violation in self.violations]

    @property
    def icon_name(self):
        return ICONS[self.kind]

    @property
    def moment(self):
        """When it happened, for the administrator who looks it up."""
        return show_moment(clock.now(), seconds=True)

    @property
    @memoize
    def portal_url(self):
        return getMultiAdapter((self.context, self.request), name="plone_portal_state").portal_url()


class OutsideOfSites(BrowserView):
    """What is refused where no site is, in manage screens of Zope's root: Zope knows no status of our exceptions."""

    def __call__(self):
        self.request.response.setStatus(self.context.status, lock=True)
        self.request.response.setHeader("Content-Type", "text/plain; charset=utf-8")
        return str(self.context)


class NotAllowed(BrowserView):
    """``insufficient-privileges``: where Plone sends people who are signed in and may not."""

    kind = "forbidden"
    violations = ()
    suspended = False
    icon_name = ICONS["forbidden"]

    def __call__(self):
        self.request.response.setStatus(403)
        return self.index()
