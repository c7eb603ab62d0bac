"""``GET @fields-of-work``, ``POST @fields-of-work``, ``PATCH @fields-of-work/<id>``, of the site and of an agency."""

from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.answering import PathService
from qlvb.content.fieldsofwork.interfaces import IFieldsOfWork
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import unknown_fields
from zope.i18n import translate


MAX_TEXT = 200
_SHARED = _("fields_shared", default="Dùng chung toàn tỉnh")


def as_json(field):
    return {
        "id": field.id,
        "title": field.title,
        "retired": field.retired.isoformat() if field.retired is not None else None,
    }


class FieldsGet(AnsweringService):
    """What is proposed here: of an agency its own and those of the site; ``text`` narrows by words, without accents.
    ``all=1`` gives the place's own list with the retired ones instead.
    """

    def answer(self):
        text = self.request.form.get("text", "")
        if not isinstance(text, str) or len(text) > MAX_TEXT:
            message = _("organisation_error_text_long", default="Từ tìm kiếm quá dài.")
            raise Refused(Violation("text", "too_long", message))
        fields = IFieldsOfWork(self.context)
        if self.request.form.get("all") == "1":
            items = [as_json(one) for one in fields.all()]
        else:
            items = [self._proposed(one, place) for one, place in fields.offered(text)]
        address = f"{self.context.absolute_url()}/@fields-of-work"
        return {"@id": address, "items": items, "items_total": len(items), "closed": fields.closed}

    def _proposed(self, field, place):
        detail = place.title if IAgency.providedBy(place) else translate(_SHARED, context=self.request)
        return {**as_json(field), "detail": detail}


class FieldsPost(AnsweringService):
    """Add ``{"title": "Đất đai"}`` to the list of the place (201)."""

    def answer(self):
        sent = self.body()
        if violations := unknown_fields(sent, ("title",)):
            raise Refused(violations)
        field = IFieldsOfWork(self.context).add(sent.get("title"), self.userid)
        self.request.response.setStatus(201)
        return as_json(field)


class FieldsPatch(PathService):
    """Rename (``title``), retire or bring back (``retired``: true, false) the field of the place's list that the path
    names. Without a name, of an agency: ``{"closed": true}``, its people enter only what is offered.
    """

    def close(self, sent, fields):
        """The answer to who opens or closes the list."""
        violations = unknown_fields(sent, ("closed",))
        if not isinstance(sent.get("closed"), bool):
            violations.append(Violation("closed", "invalid", _("violation_yes_or_no", default="phải là có hoặc không")))
        if violations:
            raise Refused(violations)
        fields.close(sent["closed"], self.userid)
        return {"@id": f"{self.context.absolute_url()}/@fields-of-work", "closed": fields.closed}

    def answer(self):
        sent, fields = self.body(), IFieldsOfWork(self.context)
        if not self.path:
            return self.close(sent, fields)
        violations = unknown_fields(sent, ("title", "retired"))
        if not isinstance(sent.get("retired", False), bool):
            message = _("violation_yes_or_no", default="phải là có hoặc không")
            violations.append(Violation("retired", "invalid", message))
        if violations:
            raise Refused(violations)
        if "title" in sent:
            fields.rename(self.only_name, sent["title"], self.userid)
        if "retired" in sent:
            (fields.retire if sent["retired"] else fields.restore)(self.only_name, self.userid)
        field = fields.get(self.only_name)
        if field is None:
            raise Refused(fields.missing, 404)
        return as_json(field)


class ChangesGet(AnsweringService):
    """What was changed in the list of the place, the newest first: when, by, event (added, renamed, retired, restored),
    title, before.
    """

    def answer(self):
        items = [
            {"when": one.when.isoformat(), "by": one.by, "event": one.event, "title": one.title, "before": one.before}
            for one in IFieldsOfWork(self.context).changes()
        ]
        address = f"{self.context.absolute_url()}/@fields-of-work-changes"
        return {"@id": address, "items": items, "items_total": len(items)}
