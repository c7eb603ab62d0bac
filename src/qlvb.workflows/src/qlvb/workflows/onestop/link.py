"""The site's link with the one-stop system, with the submissions and results that are known."""

from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.links.link import LinkRegister
from qlvb.workflows.links.link import SystemLink
from qlvb.workflows.links.link import keys_of
from qlvb.workflows.links.link import tree
from qlvb.workflows.links.settings import DEFAULTS
from qlvb.workflows.links.settings import wrong
from qlvb.workflows.onestop.case import case_of
from qlvb.workflows.onestop.deposits import keep
from qlvb.workflows.onestop.deposits import old
from qlvb.workflows.onestop.interfaces import IOneStopLink
from qlvb.workflows.onestop.keys import KeyRing
from qlvb.workflows.onestop.rules import is_network
from qlvb.workflows.onestop.rules import is_open
from qlvb.workflows.outbox.sealing import Seal
import re
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.interface import implementer


#: Role that the account of the one-stop system has in the site, and nobody else.
ROLE = "OneStopSystem"
LISTS = ("units", "unit_clerks", "signed_only", "hosts", "networks")
#: Requests that a system may make in a minute: at first, and at most.
LIMIT, HIGHEST_LIMIT = 300, 6000
MOST = 500
HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?(:\d{1,5})?")
#: Annotation of the site: how many systems are linked (int); systems that were linked stay, for their documents do.
SYSTEMS = "qlvb.onestop.systems"
MOST_SYSTEMS = 20
LONGEST_TITLE = 100
_END = "\x7f"  # after every moment and id that follows a dossier's code in a key


class Register(LinkRegister):
    """What the site keeps; ``externals``: id there -> UID; ``latest``: dossier and kind -> UID, which two submissions
    at the same time both write; ``cases``: dossier and moment -> UID; ``packages``: moment and id -> UID, ``places``:
    id of a result -> its key among the packages; ``deposits``: id -> Deposit, ``keys``: id -> Key, None as long as
    there was none.
    """

    deposits = None
    keys = None

    def __init__(self, values):
        super().__init__(values)
        for name in ("externals", "latest", "cases", "packages", "places"):
            setattr(self, name, tree())


@implementer(IOneStopLink)
class OneStopLink(SystemLink):
    """See IOneStopLink."""

    annotation = "qlvb.onestop"
    seal = Seal("onestop.key", "QLVB_ONESTOP_KEY")
    role = ROLE
    defaults = {**DEFAULTS, "title": "", **{name: [] for name in LISTS}, "space": False, "inline": False}
    defaults |= {"limit": LIMIT, "signed": False}
    register_class = Register

    def __init__(self, name=""):
        self.name = name

    def own_mistakes(self, merged):
        yield from own_mistakes(merged, getUtility(IDirectory))
        others = [link for link in self.all() if link.name != self.name]
        if merged["account"] and any(link.settings["account"] == merged["account"] for link in others):
            text = _("violation_onestop_account", default="Tài khoản này đã thuộc một hệ thống một cửa khác.")
            yield Violation("account", "account_taken", text)

    @property
    def keys(self):
        return KeyRing(self._register, self._kept)

    def make_key(self, overlap):
        if not self.settings["account"]:
            text = _("violation_onestop_key_account", default="Hãy đặt tài khoản của hệ thống trước khi tạo khóa.")
            raise Refused(Violation("account", "field_missing", text), 409)
        return self.keys.make(overlap)

    def unfinished(self):
        yield from super().unfinished()
        if results := len(self.open_packages()):
            text = _(
                "violation_onestop_results_wait",
                default="Còn ${count} kết quả mà hệ thống một cửa chưa xác nhận.",
                mapping={"count": str(results)},
            )
            yield Violation("system", "results_wait", text)
        if (found := self._open_submission()) is not None:
            text = _(
                "violation_onestop_cases_open",
                default="Hồ sơ ${code} còn đang xử lý; hãy hoàn tất hoặc trả lại trước khi ngắt.",
                mapping={"code": case_of(found).case_code},
            )
            yield Violation("system", "cases_open", text)

    def _open_submission(self):
        """A document that the system waits for, or None: looks at the last one of each dossier."""
        register = self._register
        uids = (register.latest[key] for key in keys_of(register.latest)) if register is not None else ()
        found = (record for uid in uids if (record := find_record(uid)) is not None)
        return next((one for one in found if is_open(state_of(one), case_of(one).ended)), None)

    def remove(self):
        super().remove()
        self.keys.end_all()

    def all(self):
        names = IAnnotations(api.portal.get()).get(SYSTEMS, 1)
        return [OneStopLink(str(number) if number > 1 else "") for number in range(1, names + 1)]

    def add(self, values):
        place, annotations = len(self.all()) + 1, IAnnotations(api.portal.get())
        if sum(not link.removed for link in self.all()) >= MOST_SYSTEMS:
            text = _(
                "violation_onestop_systems",
                default="Chỉ liên thông được với tối đa ${max} hệ thống.",
                mapping={"max": str(MOST_SYSTEMS)},
            )
            raise Refused(Violation("title", "too_many", text))
        if not values.get("title"):
            text = _("violation_onestop_title", default="Phải đặt tên cho hệ thống.")
            raise Refused(Violation("title", "required", text))
        made = OneStopLink(str(place))
        made.change(values)
        annotations[SYSTEMS] = place
        return made

    def _found(self, name, key):
        register = self._register
        uid = getattr(register, name).get(key) if register is not None and key else None
        return find_record(uid) if uid else None

    def submitted(self, external_id):
        return self._found("externals", external_id)

    def latest(self, case_code, kind):
        return self._found("latest", f"{case_code}\t{kind}")

    def of_case(self, case_code):
        register = self._register
        if register is None or not case_code:
            return []
        keys = keys_of(register.cases, f"{case_code}\t", f"{case_code}\t{_END}")
        return [found for key in keys if (found := find_record(register.cases[key])) is not None]

    def remember(self, case, uid, when):
        register = self._kept()
        register.externals[case.external_id] = uid
        register.latest[f"{case.case_code}\t{case.kind}"] = uid
        register.cases[f"{case.case_code}\t{when.isoformat()}\t{uid}"] = uid

    def deposit(self, filename, data):
        register = self._kept()
        if register.deposits is None:
            register.deposits = tree()
        return keep(register.deposits, filename, data)

    def deposited(self, file_id):
        register = self._register
        return (register.deposits or {}).get(file_id) if register is not None and file_id else None

    def prune(self):
        deposits = getattr(self._register, "deposits", None) or {}
        gone = old(deposits, clock.now())
        for file_id in gone:
            del deposits[file_id]
        return super().prune() + len(gone)

    def package(self, package_id):
        register = self._register
        uid = register.places.get(package_id) if register is not None and package_id else None
        return find_record(uid.rpartition("\t")[2]) if uid else None

    def open_packages(self):
        register = self._register
        found = []
        for key in keys_of(register.packages) if register is not None else ():
            record = find_record(register.packages[key])
            if record is not None:
                found.append((key.split("\t")[1], record))
        return found

    def keep_package(self, package_id, uid, when):
        register = self._kept()
        key = f"{when.isoformat()}\t{package_id}\t{uid}"
        register.packages[key] = uid
        register.places[package_id] = key

    def close_package(self, package_id):
        register = self._kept()
        key = register.places.get(package_id)
        if key in register.packages:
            del register.packages[key]


def own_mistakes(merged, directory):
    """Violations of the settings that only this link has. ``directory``: IDirectory."""
    for name in LISTS:
        value = merged[name]
        if not isinstance(value, list) or len(value) > MOST or not all(isinstance(one, str) for one in value):
            yield wrong(name)
            return  # what follows takes them for lists of text
    title = merged["title"]
    if not isinstance(title, str) or len(title) > LONGEST_TITLE or any(ord(char) < 32 for char in title):
        yield wrong("title")
    limit = merged["limit"]
    if isinstance(limit, bool) or not isinstance(limit, int) or not 1 <= limit <= HIGHEST_LIMIT:
        text = _(
            "violation_onestop_pace",
            default="Số yêu cầu mỗi phút phải từ 1 đến ${most}.",
            mapping={"most": str(HIGHEST_LIMIT)},
        )
        yield Violation("limit", "field_wrong_value", text)
    for network in merged["networks"]:
        if not is_network(network):
            text = _(
                "violation_onestop_network",
                default="“${network}” không phải là địa chỉ hay dải địa chỉ mạng.",
                mapping={"network": network[:64]},
            )
            yield Violation("networks", "network_wrong", text)
    for name in ("space", "inline", "signed"):
        if not isinstance(merged[name], bool):
            yield wrong(name)
    for name in ("units", "unit_clerks", "signed_only"):
        for unit in merged[name]:
            if directory.agency(unit) is None:
                text = _("violation_onestop_unit", default="Không có cơ quan “${unit}”.", mapping={"unit": unit[:64]})
                yield Violation(name, "unit_unknown", text)
    for host in merged["hosts"]:
        if not HOST.fullmatch(host):
            text = _(
                "violation_onestop_host",
                default="“${host}” không phải là tên máy chủ (ví dụ: tep.motcua.sonhai.example).",
                mapping={"host": host[:100]},
            )
            yield Violation("hosts", "host_wrong", text)
