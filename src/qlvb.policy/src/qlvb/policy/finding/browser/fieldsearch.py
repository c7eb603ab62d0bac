"""TRA CỨU THÔNG TIN: every field of the decree's input standard (NĐ 30/2020 Phụ lục VI mục 6d).

Names of people and bodies and titles of dossiers are typed as people know them (``find_…`` in the address), accents not
needed, and become values of filters here.
"""

from plone import api
from plone.memoize.view import memoize
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.fieldsofwork.interfaces import IFieldsOfWork
from qlvb.content.index.fields import SEARCHED
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.index.wording import TYPES
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.content.text import compact
from qlvb.content.text import fold
from qlvb.content.violations import Refused
from qlvb.policy.finding.words import FILTER_TITLES
from qlvb.policy.finding.words import FOLLOWED
from qlvb.policy.finding.words import STARRED
from qlvb.policy.finding.words import VOCABULARIES
from zope.component import getUtility


PREFIX = "find_"
FOUND_BY_NAME = ("issuing_body", "signatory", "holder", "recipient", "dossier")
MAX_TYPED = 200
MOST = 50
_TEXT_FIELDS = ("subject", "number", "symbol", "reference", "field_of_work")
_SPANS = ("issue", "arrival", "due")
#: What stands in the block, in order: (kind of field, name of filter, columns of twelve).
LAYOUT = (
    ("text", "subject", 6),
    ("choice", "document_type", 3),
    ("choice", "type", 3),
    ("text", "number", 2),
    ("text", "symbol", 4),
    ("name", "issuing_body", 6),
    ("name", "signatory", 4),
    ("name", "holder", 4),
    ("name", "recipient", 4),
    ("span", "issue", 4),
    ("span", "arrival", 4),
    ("span", "due", 4),
    ("choice", "urgency", 3),
    ("choice", "secrecy", 3),
    ("choice", "year", 2),
    ("text", "field_of_work", 4),
    ("choice", "register", 6),
    ("name", "dossier", 6),
    ("choice", "starred", 3),
    ("choice", "followed", 3),
    ("text", "noted", 5),
)
_SPAN_TITLES = {
    "issue": _("search_issued", default="Ngày ban hành"),
    "arrival": _("search_arrival", default="Ngày đến"),
    "due": _("search_due", default="Hạn xử lý"),
}


class FieldSearch:
    """Part of the search page."""

    @property
    @memoize
    def typed_names(self):
        """What was typed where names are found: dict name of filter -> str."""
        typed = {name: self.request.form.get(PREFIX + name) for name in FOUND_BY_NAME}
        return {
            name: value.strip()[:MAX_TYPED]
            for name, value in typed.items()
            if isinstance(value, str) and value.strip() and "\0" not in value
        }

    @property
    @memoize
    def resolved(self):
        """The values that the typed names stand for: dict name of filter -> list of str, the typed text itself where
        nothing has that name (so that nothing is found, rather than everything).
        """
        ways = {"issuing_body": self._bodies, "dossier": self._dossiers, "signatory": self._signatories}
        return {name: ways.get(name, _userids)(text) or [text] for name, text in self.typed_names.items()}

    def _signatories(self, text):
        return [*_userids(text), text]

    def _bodies(self, text):
        words = fold(text).split()
        try:
            question = Question(types=SEARCHED, filters={"text": text})
            found = getUtility(IListing).facets(question, ["issuing_body"])["issuing_body"]
        except Refused:
            return []
        return [value for value, _count in found if all(word in fold(value) for word in words)][:MOST]

    def _dossiers(self, text):
        try:
            page = getUtility(IListing).page(Question(types=("Dossier",), filters={"text": text}), 0, 20)
        except Refused:
            return []
        exact = [row.uid for row in page.rows if compact(row.reference) == compact(text)]
        return exact or [row.uid for row in page.rows]

    @property
    def fields(self):
        """The fields of the block: list of dict kind, name, title, width, value or values, choices."""
        return [self._field(kind, name, width) for kind, name, width in LAYOUT]

    def _field(self, kind, name, width):
        field = {"kind": kind, "name": name, "id": f"by-{name}", "width": width, "choices": (), "value": "", "kept": ()}
        field["proposed"] = self._fields_of_work() if name == "field_of_work" else None
        field["title"] = _SPAN_TITLES[name] if kind == "span" else FILTER_TITLES[name]
        if kind == "span":
            field["from"], field["to"] = (self.filters.get(f"{name}_{side}", "") for side in ("from", "to"))
        elif kind == "name":
            field["name"] = PREFIX + name
            field["value"] = self.typed_names.get(name) or self._said(name)
        elif kind == "choice":
            field["choices"] = self._choices(name)
            field["kept"] = self.kept_values(name)
        else:
            field["kept"] = self.kept_values(name)
            field["value"] = "" if field["kept"] else self.filters.get(name, "")
        return field

    def _fields_of_work(self):
        """Titles of the lists of the site and of the agencies for which somebody works, or None."""
        directory = getUtility(IDirectory)
        posts = directory.person(api.user.get_current().getId()).posts
        agencies = dict.fromkeys(post.agency for post in posts if directory.agency(post.agency) is not None)
        places = [api.portal.get(), *(directory.agency_object(name) for name in agencies)]
        found = {one.title: None for place in places for one, _place in IFieldsOfWork(place).offered()}
        return sorted(found, key=fold) or None

    def _said(self, name):
        """What the filter says in words, where one value is chosen by its own name."""
        value = self.filters.get(name)
        return self.value_title(name, value) if isinstance(value, str) else ""

    def _choices(self, name):
        chosen = self.chosen(name)
        if name in VOCABULARIES:
            pairs = [(term.value, term.title) for term in self._vocabulary(VOCABULARIES[name])]
        elif name == "type":
            pairs = list(TYPES.items())
        elif name == "starred":
            pairs = list(STARRED.items())
        elif name == "followed":
            pairs = list(FOLLOWED.items())
        elif name == "year":
            this = clock.today().year
            pairs = [(str(year), str(year)) for year in range(this, this - 15, -1)]
        else:
            pairs = self._registers()
        return [{"value": value, "title": title, "chosen": [value] == chosen} for value, title in pairs]

    @memoize
    def _registers(self):
        """(UID, title) of the registers of the agency, the newest year first, for those who may look into them."""
        directory = getUtility(IDirectory)
        agency = self.shell.agency and directory.agency_object(self.shell.agency)
        if agency is None or not self.shell.check_permission("qlvb: View register", agency):
            return []
        found = sorted(getUtility(IRegisterFinder).registers(self.shell.agency), key=lambda one: -one.year)[:MOST]
        return [(register.UID(), register.Title()) for register in found]

    @property
    def by_fields(self):
        """bool: something of the block is in force, so it is shown open."""
        names = {name for kind, name, _width in LAYOUT if kind in ("text", "choice")} - {
            "type",
            "document_type",
            "year",
            "urgency",
            "secrecy",
        }
        spans = {f"{name}_{side}" for name in _SPANS for side in ("from", "to")}
        return bool(self.typed_names or (names | spans) & set(self.filters) or self.request.form.get("fields"))

    @property
    def kept_filters(self):
        """(name, value) of the filters in force that the block does not show: hidden in its form."""
        shown = {name for _kind, name, _width in LAYOUT} | {f"{n}_{s}" for n in _SPANS for s in ("from", "to")}
        pairs = []
        for name, value in self.filters.items():
            if name not in shown:
                pairs += [(name, one) for one in (value if isinstance(value, list) else [value])]
        return pairs


def _userids(text):
    return [person.userid for person in getUtility(IDirectory).people(text=text)][:MOST]
