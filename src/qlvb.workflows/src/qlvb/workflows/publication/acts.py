"""Đăng VB điều hành, Gỡ (workflows 3.5; quy chế Điều 15.1)."""

from datetime import timedelta
from qlvb.content import _
from qlvb.content import clock
from qlvb.workflows.acts.base import Act
from qlvb.workflows.outgoing.official import official_version
from qlvb.workflows.publication.interfaces import SCOPES
from qlvb.workflows.publication.interfaces import IPublication
from qlvb.workflows.rights.secrecy import is_secret
from zope import schema
from zope.interface import Interface
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


SCOPE_TITLES = {
    "public": _("publication_public", default="Công khai trên trang thông tin"),
    "members": _("publication_members", default="Mọi người có tài khoản trong hệ thống"),
}
USUAL_DAYS = 90
LONGEST_DAYS = 3660


@provider(IVocabularyFactory)
def scopes(context):
    """``qlvb.publication.scopes``."""
    return SimpleVocabulary([SimpleTerm(scope, scope, SCOPE_TITLES[scope]) for scope in SCOPES])


class IPublishInput(Interface):
    """Đăng VB điều hành."""

    scope = schema.Choice(
        title=_("publication_scope", default="Phạm vi"), vocabulary="qlvb.publication.scopes", default="public"
    )
    until = schema.Date(title=_("publication_until", default="Đăng đến hết ngày"))


class Publish(Act):
    """Đăng VB điều hành: what was issued, never what is secret, and what a case holds is not shown to more people than
    see it already. Taking down, by hand or when its day is over, alters nothing of the record and goes on.
    """

    id = "publish"
    title = _("act_publish", default="Đăng VB điều hành")
    description = _("act_publish_help", default="Đăng văn bản đã phát hành để mọi người xem đến hết ngày đã chọn.")
    schema = IPublishInput
    permission = "qlvb: Publish"
    states = ("issued",)
    order = 50
    stopped_by_hold = True
    conflict_codes = Act.conflict_codes | {"not_signed"}

    def defaults(self):
        publication = IPublication(self.record)
        until = publication.until or clock.today() + timedelta(days=USUAL_DAYS)
        return {"scope": publication.scope or "public", "until": until}

    def rules(self, data):
        if is_secret(self.record):
            message = _("violation_publish_secret", default="Không được đăng văn bản mật.")
            yield self.violation("secret", message, "", "Luật BVBMNN 2018")
        if official_version(self.record) is None:
            message = _("violation_not_signed", default="Văn bản chưa có chữ ký số của người có thẩm quyền.")
            yield self.violation("not_signed", message)
        if data is None:
            return
        if not clock.today() <= data["until"] <= clock.today() + timedelta(days=LONGEST_DAYS):
            message = _("violation_publish_until", default="Ngày cuối phải từ hôm nay và không quá 10 năm.")
            yield self.violation("publish_until", message, "until")

    def execute(self, data):
        IPublication(self.record).publish(data["scope"], data["until"], self.actor.userid)
        return {"until": data["until"].strftime("%d/%m/%Y"), "scope": data["scope"]}

    def detail(self, data, result):
        return result


class Unpublish(Act):
    """Gỡ: at once."""

    id = "unpublish"
    title = _("act_unpublish", default="Gỡ VB đã đăng")
    description = _("act_unpublish_help", default="Gỡ văn bản khỏi trang công khai ngay bây giờ.")
    permission = "qlvb: Publish"
    states = ("issued",)
    order = 52

    def relevant(self):
        return super().relevant() and bool(IPublication(self.record).scope)

    def rules(self, data):
        if not IPublication(self.record).scope:
            message = _("violation_not_published", default="Văn bản không được đăng.")
            yield self.violation("too_late", message)

    def execute(self, data):
        IPublication(self.record).withdraw()
        return {}
