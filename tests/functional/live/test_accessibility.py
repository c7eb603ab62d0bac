"""axe-core over every screen, wide and narrow, for every role."""

from accessibility import gallery
from accessibility.browser import WIDTHS
from accessibility.browser import chromium
from accessibility.browser import faults
from accessibility.browser import kinds_of
from accessibility.browser import overflows
from accessibility.browser import section_of
from accessibility.browser import widen
from accessibility.walk import Walker
from archive_fixtures import pdf
from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
import pytest
from qlvb.content import clock
from qlvb.policy.demo.accounts import ACCOUNTS
from qlvb.policy.shell.sections import SECTIONS
from zope.i18n import translate


BROWSERS = 2
_DIALOGS = "return Array.from(document.querySelectorAll('dialog[id]:not([open])'), (node) => node.id)"
_OPEN = "document.querySelectorAll('dialog[open]').forEach((one) => one.close()); document.getElementById(arguments[0])?.showModal()"


def prepare(walker):
    """What the demonstration has no example of."""
    day = clock.today()
    delegation = {
        "receiver": "buitrungkien",
        "valid_from": day.isoformat(),
        "valid_to": (day + timedelta(days=20)).isoformat(),
        "mode": "sign",
        "directions": ["outgoing"],
        "basis": "12/GUQ-SKHCN",
    }
    task = {"subject": "Báo cáo tiến độ", "request": "Nêu số liệu.", "leads": ["user:phamquochuy"], "working_days": 5}
    transfer = {"title": "Hồ sơ thử nghiệm nộp lưu"}
    note = {"subject": "Phiếu trình về kế hoạch tập huấn"}
    for userid, service, fields in (
        ("nguyenthithuha", "@delegations", delegation),
        ("nguyenthithuha", "@tasks", task),
        ("leminhanh", "@notes", note),
        ("leminhanh", "@transfers", transfer),
    ):
        answer = walker.client(userid).post(f"skhcn/{service}", json=fields)
        assert answer.status_code == 201, answer.text
    file = {"role": "main", "filename": "thu.pdf", "encoding": "base64", "data": b64encode(pdf()).decode()}
    letter = {"subject": "V/v kiểm tra kho", "document_type": "official_letter", "issuing_body": "Công an tỉnh", "issue_date": day.isoformat()}
    arrived = walker.client("vanthuskhcn").post("skhcn/@incoming", json={**letter, "files": [file]}).json()
    answer = walker.client("vanthuskhcn").post(f"{arrived['@id']}/@report-secret", json={"reason": "Có dấu TỐI MẬT ở trang đầu"})
    assert answer.status_code == 201, answer.text


def looked_at(walker, visits, known):
    """(what is wrong on the pages of ``visits``, seen with one browser: list of str; the Pictures that were taken: list).

    The frame of the pages is looked at once for each person, section and width; what is inside it on every page that has
    a kind of element that was not looked at before (``known``: dict width -> set of those that were).
    """
    found, pictures, framed = [], [], set()

    def looked(where, width, *part):
        kinds = kinds_of(driver, *part)
        if not kinds <= known[width]:
            found.extend(described(where, fault) for fault in faults(driver, *part))
            known[width] |= kinds

    with chromium() as driver:
        driver.get(f"{walker.site.url}/login")
        who = ""
        for visit in visits:
            if visit.userid != who:
                driver.delete_all_cookies()
                for cookie in walker.session(visit.userid).cookies if visit.userid else ():
                    driver.add_cookie({"name": cookie.name, "value": cookie.value.strip('"'), "path": "/"})
                who = visit.userid
            driver.get(visit.url)
            for width in WIDTHS:
                widen(driver, width)
                own = driver.current_url.partition("?")[0].rstrip("/") == visit.url.partition("?")[0]  # the page did not lead elsewhere
                if own and width == max(WIDTHS) and visit in walker.pictured:
                    pictures.append(gallery.taken(driver, walker.pictured[visit], visit.userid))
                where = f"{visit.userid or 'nobody'} {visit.url} at {width}"
                frame = (who, section_of(driver), width)
                looked(where, width, "", frame not in framed)
                framed.add(frame)
                if wider := overflows(driver):
                    found.append(f"{where}: {wider} pixels wider than the window")
                for dialog in driver.execute_script(_DIALOGS) if width == min(WIDTHS) else ():
                    driver.execute_script(_OPEN, dialog)
                    looked(f"{where} #{dialog}", width, dialog)
    return found, pictures


def described(where, fault):
    return "\n   ".join([f"{where}: {fault['id']} ({fault['impact']}) {fault['help']}", *fault["nodes"]])


@pytest.mark.browser
@pytest.mark.libreoffice
def test_no_screen_has_a_serious_fault(live_demonstration):
    walker = Walker(live_demonstration)
    prepare(walker)
    visits, unseen = walker.visits()
    assert [f"{screen.context} {screen.view}" for screen in unseen] == []
    assert len(visits) > 60
    shares = [sorted(visits, key=lambda visit: visit.userid)[place::BROWSERS] for place in range(BROWSERS)]
    known = {width: set() for width in WIDTHS}
    with ThreadPoolExecutor(BROWSERS) as pool:
        seen = list(pool.map(lambda share: looked_at(walker, share, known), shares))
    pictures = [picture for _found, share in seen for picture in share]
    assert len(pictures) > 130
    sections = [translate(section.title, target_language="vi") for section in SECTIONS]
    gallery.write(pictures, ["Trang chủ", *sections], dict(ACCOUNTS))
    found = [fault for share, _pictures in seen for fault in share]
    assert not found, "\n".join(found)
