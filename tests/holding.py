"""Cases of holds for the tests."""

from qlvb.content.holds.interfaces import IHoldContents
from qlvb.workflows.holds.creation import create_hold


ARCHIVIST = "hoangvanluu"


def place(*records, case="TT-01/2026", by=ARCHIVIST):
    """An open case that binds ``records``."""
    values = {
        "case_number": case,
        "title": "Thanh tra việc mua sắm",
        "reason": "Thanh tra tỉnh yêu cầu giữ nguyên hồ sơ",
        "basis": "45/TTr-NV, 05/01/2026",
    }
    hold = create_hold("skhcn", values, by)
    for record in records:
        IHoldContents(hold).add(record, by)
    return hold
