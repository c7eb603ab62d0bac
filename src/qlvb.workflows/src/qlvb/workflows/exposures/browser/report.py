"""``<record>/@@report-secret``: Báo tài liệu mật."""

from AccessControl import Unauthorized
from plone import api
from qlvb.content import _
from qlvb.content.exposures.lid import closed_by
from qlvb.content.files.stamps import stamped
from qlvb.content.lookup import may_view
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.workflows.exposures.reporting import files_of
from qlvb.workflows.exposures.reporting import report
from qlvb.workflows.exposures.reporting import views_beneath


class ReportSecret(PostedForm):
    """The reason, and which files. Whoever comes second, or presses twice, is told of the case that is open."""

    shell_section = ""
    answers_when_closed = True

    def __call__(self):
        if self.request.method != "POST" and (case_id := closed_by(self.context)):
            if not views_beneath(self.context, api.user.get_current()):
                raise Unauthorized
            return self.request.response.redirect(self.told(case_id))
        if not closed_by(self.context) and not may_view(self.context):
            raise Unauthorized
        return super().__call__()

    @property
    def stamp(self):
        """str: the gravest stamp that was found in the files, or ""."""
        return stamped(self.context)

    def files(self):
        """list of dict id, title, chosen."""
        chosen = self.chosen()
        return [
            {"id": one.id, "title": one.title or one.current.filename, "chosen": not chosen or one.id in chosen}
            for one in files_of(self.context)
        ]

    def chosen(self):
        """Ids that were sent: list of str."""
        sent = self.request.form.get("files", [])
        return [sent] if isinstance(sent, str) else [one for one in sent if isinstance(one, str)]

    def save(self):
        case, is_new = report(self.context, api.user.get_current(), self.value("reason"), self.chosen())
        if not is_new:
            return self.told(case.id)
        message = _(
            "secret_reported",
            default="Đã báo tài liệu mật, vụ việc ${case}. ${count} tài liệu đã bị phong tỏa ở mọi nơi; người đứng đầu"
            " cơ quan đã được báo.",
            mapping={"case": case.id, "count": str(len(case.items))},
        )
        api.portal.show_message(message, self.request)
        return api.portal.get().absolute_url()

    def told(self, case_id):
        """The address to go to; on it stands that the case is known."""
        message = _(
            "secret_known",
            default="Tài liệu này đã được báo và đang bị phong tỏa theo vụ việc ${case}. Không phải làm gì thêm.",
            mapping={"case": case_id},
        )
        api.portal.show_message(message, self.request)
        return api.portal.get().absolute_url()
