"""How many presses the two commonest ways cost: 3 from a file to the leader, 2 from the leader to the clerk (lead-features, 1)."""

from accessibility.browser import chromium
from accessibility.browser import widen
from accessibility.walk import Walker
from live.desk import LEADER
from live.desk import to_sign
from live.story import LETTER
from live.story import Story
import pytest
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support import expected_conditions as expected
from selenium.webdriver.support.ui import WebDriverWait


DRAFTER = "leminhanh"
TO_LEADER, TO_CLERK = 3, 2
#: Counts presses of a real pointer, over all pages of a visit.
_COUNT = """
document.addEventListener("click", (event) => {
  if (event.isTrusted && event.detail > 0) sessionStorage.setItem("clicks", Number(sessionStorage.getItem("clicks") ?? 0) + 1);
}, true);
"""


class Visitor:
    """A person at a browser whose presses are counted."""

    def __init__(self, driver, walker, userid):
        self.driver = driver
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": _COUNT})
        driver.get(f"{walker.site.url}/login")
        driver.delete_all_cookies()
        for cookie in walker.session(userid).cookies:
            driver.add_cookie({"name": cookie.name, "value": cookie.value.strip('"'), "path": "/"})
        widen(driver, 1280)
        driver.get(walker.site.url)
        driver.execute_script("sessionStorage.removeItem('clicks')")

    def wait(self, selector):
        return WebDriverWait(self.driver, 30).until(expected.visibility_of_element_located((By.CSS_SELECTOR, selector)))

    def click(self, selector):
        """Press once; a pane that is drawn anew meanwhile is waited for."""

        def press(_driver):
            element = self.wait(selector)
            self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
            element.click()
            return True

        WebDriverWait(self.driver, 30, ignored_exceptions=[StaleElementReferenceException]).until(press)

    @property
    def clicks(self):
        return int(self.driver.execute_script("return sessionStorage.getItem('clicks')") or 0)


@pytest.fixture
def visitor(live_sqlite):
    with chromium() as driver:
        walker = Walker(live_sqlite)
        yield lambda userid: Visitor(driver, walker, userid)


@pytest.mark.browser
def test_from_a_file_to_the_leader(visitor, live_sqlite):
    one = visitor(DRAFTER)
    one.click("a[href$='/@@add-outgoing']")
    one.wait("[data-document-form]")
    one.driver.find_element(By.ID, "doc-file").send_keys(str(LETTER))
    one.wait("[data-field='subject'] :is(input, textarea)").send_keys("V/v đếm số lần nhấn")
    person = one.wait("[data-field='signatory'] input[type=text]")
    person.send_keys("thu ha")
    one.wait("[data-field='signatory'] [role=option][aria-selected=true]")
    person.send_keys(Keys.ENTER)
    agency = one.wait("#doc-recipients")
    agency.send_keys("noi vu")
    one.wait("[data-field='recipients'] [role=option][aria-selected=true]")
    agency.send_keys(Keys.ENTER)
    one.click("button[name=submit]")
    one.click("dialog[open] [data-act-form=submit] button[type=submit]")
    WebDriverWait(one.driver, 30).until(
        lambda driver: "Chờ" in driver.find_element(By.CSS_SELECTOR, ".doc-top [data-state]").get_attribute("data-state")
    )
    assert one.clicks <= TO_LEADER


@pytest.mark.browser
def test_from_the_leader_to_the_clerk(visitor, live_sqlite):
    """From his first page: its most prominent way is the desk, which opens by itself what is the most urgent."""
    letter = to_sign(Story(live_sqlite), 1, urgency="express")[0]
    one = visitor(LEADER)
    one.click(".qlvb-title .btn-primary[href$='/@@desk']")
    uid = letter.rpartition("/")[2]
    one.wait(f"[data-desk-item][data-url$='{uid}'] [data-desk-primary=sign]")
    one.click("[data-desk-primary=sign] button[type=submit]")
    WebDriverWait(one.driver, 30).until(
        lambda driver: not driver.find_elements(By.CSS_SELECTOR, f"[data-desk-items] > li[data-url$='{uid}']")
    )
    assert Story(live_sqlite).get(LEADER, letter)["review_state"] == "to_issue"
    assert one.clicks <= TO_CLERK
