"""What a request for accounts is (account regulation Điều 8, 12-14; Phụ lục Mẫu 01, 02, 03)."""

from qlvb.content.interfaces import IRecord


NEW, CHANGE, WITHDRAW = KINDS = ("new", "change", "withdraw")
#: Working days within which a request is answered (Điều 12-14).
DAYS = 3
#: States in which it waits for the province.
OPEN = ("submitted", "processing")
ASK, DECIDE = "qlvb: Ask for accounts", "qlvb: Decide account requests"
RULE = "Quy chế tài khoản Điều 12-14"


class IAccountRequest(IRecord):
    """A request of one agency: the person who receives the answer, rows of agencies and of people."""
