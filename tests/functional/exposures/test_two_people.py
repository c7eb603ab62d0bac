"""Two who report, and two who end a case, at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from exposed import HEAD
from exposed import OTHER_HEAD
from exposed import REASON
import pytest
from qlvb.policy.testing import PASSWORD


@pytest.fixture
def at_once():
    """``at_once(call, …)`` -> what they answered, all begun together."""

    def at_once(*calls):
        with ThreadPoolExecutor(len(calls)) as pool:
            return [one.result() for one in [pool.submit(call) for call in calls]]

    return at_once


def test_reports_from_two_agencies_are_one_case(letter, copy, path, client, at_once):
    body = {"reason": REASON}
    answers = at_once(
        lambda: client("vanthusnv").post(f"{path(copy)}/@report-secret", json=body),
        lambda: client("leminhanh").post(f"{path(letter)}/@report-secret", json=body),
        lambda: client("vanthusnv").post(f"{path(copy)}/@report-secret", json=body),
    )
    assert sorted(answer.status_code for answer in answers) == [200, 200, 201], [one.text for one in answers]
    (case,) = client("quantri").get("@secret-reports").json()["items"]
    assert {one["by"] for one in case["reports"]} == {"vanthusnv", "leminhanh"} and len(case["reports"]) == 2
    assert {one["state"] for one in case["items"]} == {"open"} and len(case["items"]) == 2


def test_one_lifts_and_one_takes_out(reported, letter, copy, path, client, at_once):
    case = f"@secret-reports/{reported}"
    why = "Kết luận của người đứng đầu cơ quan"
    lifted, taken = at_once(
        lambda: client(OTHER_HEAD).post(f"snv/{case}/lift", json={"reason": why}),
        lambda: client(HEAD).post(f"skhcn/{case}/take-out", json={"reason": why, "password": PASSWORD}),
    )
    assert sorted((lifted.status_code, taken.status_code)) == [200, 409], (lifted.text, taken.text)
    seen = client("leminhanh").get(path(letter)).status_code
    assert seen == 200 if lifted.status_code == 200 else seen in (401, 403)
