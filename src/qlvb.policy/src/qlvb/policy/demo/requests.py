"""Requests for accounts of the demonstration: carried out, taken up, new, and one past its three days."""

from datetime import timedelta
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.demo.persons import acting_as
from qlvb.policy.demo.province import SYSTEM_ADMINISTRATOR
from qlvb.workflows.accounts.requests.creation import create_request
from qlvb.workflows.acts.interfaces import IActs
import transaction
from zope.component import getUtility


AGENCY, ADMINISTRATOR = "skhcn", "skhcnqtdv"
RECEIVER = {"receiver_phone": "0203 000 111"}
#: Days ago, kind, rows of people, acts that followed on the same day (id, input).
REQUESTS = (
    (
        40,
        "new",
        ({"fullname": "Đinh Khắc Nam", "post": "Chuyên viên", "unit": "Văn phòng", "email": "namdk@sonhai.example"},),
        (("take_request", {}), ("complete_request", {"answer": "Đã cấp theo đề nghị."})),
    ),
    (12, "change", ({"account": "leminhanh", "field": "phone", "value": "0203 000 245"},), ()),
    (
        1,
        "new",
        ({"fullname": "Lê Minh Anh", "post": "Chuyên viên", "unit": "Phòng Quản lý khoa học", "email": ""},),
        (("take_request", {}),),
    ),
    (0, "new", ({"fullname": "Mạc Thị Hoài Thu", "post": "Kế toán", "unit": "Văn phòng", "email": ""},), ()),
)


def create_requests(portal):
    """Make them once; a site that has requests is left as it is."""
    directory = getUtility(IDirectory)
    if portal[AGENCY]["requests"].objectIds():
        return
    post = directory.main_post(ADMINISTRATOR, AGENCY)
    receiver = {
        "receiver": directory.person(ADMINISTRATOR).fullname,
        "receiver_post": post.title,
        "receiver_unit": directory.agency(AGENCY).title,
        **RECEIVER,
    }
    now = clock.now()
    for days, kind, people, acts in REQUESTS:
        with clock.held(now - timedelta(days=days)):
            with acting_as(ADMINISTRATOR):
                request = create_request(AGENCY, {**receiver, "kind": kind, "people": people}, ADMINISTRATOR)
            with acting_as(SYSTEM_ADMINISTRATOR["userid"]):
                for act, values in acts:
                    IActs(request).perform(act, values)
        transaction.commit()
