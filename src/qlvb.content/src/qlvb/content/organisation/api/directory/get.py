"""GET ``@directory``."""

from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.organisation.interfaces import FUNCTIONS
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import fold
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility


SIZE = 20
MAX_SIZE = 100
MAX_TEXT = 200


class DirectoryGet(AnsweringService):
    """Agencies, departments and people, found by ``text`` without accents.

    Query: ``text``; ``agency`` (path id: only its departments and people); ``function`` (only people with it there);
    ``size`` of each list (20, at most 100). Answer: ``{"@id", "agencies", "departments", "people",
    "agencies_total", …}``.
    """

    def answer(self):
        return self._found(*self._query())

    def _query(self):
        form = self.request.form
        text, agency, function = (str(form.get(name, "") or "") for name in ("text", "agency", "function"))
        size = str(form.get("size", SIZE))
        violations = []
        if len(text) > MAX_TEXT:
            message = _("organisation_error_text_long", default="Từ tìm kiếm quá dài.")
            violations.append(Violation("text", "too_long", message))
        if agency and getUtility(IDirectory).agency(agency) is None:
            message = _("organisation_error_unknown_agency", default="Không có cơ quan này.")
            violations.append(Violation("agency", "unknown_agency", message))
        if function and (function not in FUNCTIONS or not agency):
            message = _("organisation_error_unknown_function", default="Chức năng không đúng, hoặc thiếu cơ quan.")
            violations.append(Violation("function", "unknown_function", message))
        if not size.isdecimal() or not 0 < int(size) <= MAX_SIZE:
            message = _("organisation_error_size", default="Số dòng phải từ 1 đến 100.")
            violations.append(Violation("size", "bad_size", message))
        if violations:
            raise Refused(violations)
        return text, agency, function, int(size)

    def _found(self, text, agency, function, size):
        directory = getUtility(IDirectory)
        wanted = fold(text).split()

        def matches(*values):
            haystack = fold(" ".join(values))
            return all(word in haystack for word in wanted)

        agencies = [
            info
            for info in directory.agencies()
            if agency in ("", info.id) and matches(info.title, info.symbol, info.identifier)
        ]
        inside = [directory.agency(agency)] if agency else directory.agencies()
        departments = [
            info for owner in inside for info in directory.departments(owner.id) if matches(info.title, info.symbol)
        ]
        people = directory.people(agency or None, text)
        if function:
            holders = set(directory.holders(agency, function))
            people = [person for person in people if person.userid in holders]
        return {
            "@id": f"{self.context.absolute_url()}/@directory",
            "agencies": [self._agency(info) for info in agencies[:size]],
            "agencies_total": len(agencies),
            "departments": [self._department(info) for info in departments[:size]],
            "departments_total": len(departments),
            "people": [self._person(person, directory) for person in people[:size]],
            "people_total": len(people),
        }

    def _agency(self, info):
        url = f"{self.context.absolute_url()}/{info.id}"
        names = ("id", "title", "symbol", "identifier", "parent", "level", "place")
        return {"@id": url, **{name: getattr(info, name) for name in names}}

    def _department(self, info):
        return {"id": info.id, "agency": info.agency, "title": info.title, "symbol": info.symbol}

    def _person(self, person, directory):
        return {
            "userid": person.userid,
            "fullname": person.fullname,
            "posts": [self._post(post, directory) for post in person.posts],
        }

    def _post(self, post, directory):
        department = directory.department(post.agency, post.department)
        return {
            "id": post.id,
            "title": post.title,
            "agency": post.agency,
            "agency_title": directory.agency(post.agency).title,
            "department": post.department,
            "department_title": department.title if department else "",
            "functions": list(post.functions),
        }
