"""The bell and the application in Chromium, at the width of a phone."""

from accessibility.browser import chromium
from accessibility.browser import faults
from accessibility.browser import overflows
from accessibility.browser import widen
import pytest
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.notices.interfaces import INotices
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait
import transaction
from zope.component import getUtility


PHONE = 360
KEPT = """
const done = arguments[0];
navigator.serviceWorker.ready
  .then(() => caches.keys())
  .then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))))
  .then((found) => done(found.flat().map((request) => request.url)));
"""


@pytest.fixture
def phone(functional_province, letter):
    """Chromium, signed in as Lê Minh Anh."""
    with chromium() as driver:
        widen(driver, PHONE)
        driver.get(f"{functional_province.absolute_url()}/login")
        driver.find_element(By.ID, "__ac_name").send_keys("leminhanh")
        driver.find_element(By.ID, "__ac_password").send_keys(PASSWORD)
        driver.find_element(By.CSS_SELECTOR, "#LoginForm button").click()
        WebDriverWait(driver, 60).until(lambda driver: driver.find_elements(By.CSS_SELECTOR, "[data-qlvb-bell]"))
        yield driver


def unread(driver):
    return driver.find_element(By.CSS_SELECTOR, "[data-qlvb-unread]").text


@pytest.mark.browser
def test_the_bell_on_a_phone(functional_province, letter, phone):
    site = functional_province.absolute_url()
    wait = WebDriverWait(phone, 60)
    assert unread(phone) == "2"
    assert len([one for one in phone.find_elements(By.CSS_SELECTOR, ".qlvb-bottom a") if one.is_displayed()]) == 5
    bell = phone.find_element(By.CSS_SELECTOR, "[data-qlvb-bell]")
    bell.send_keys(Keys.ENTER)
    wait.until(lambda driver: len(driver.find_elements(By.CSS_SELECTOR, ".qlvb-drop--bell li")) == 2)
    panel = phone.find_element(By.CSS_SELECTOR, ".qlvb-drop--bell .qlvb-drop__panel").rect
    assert panel["x"] >= 0 and panel["x"] + panel["width"] <= PHONE
    bell.send_keys(Keys.ESCAPE)
    getUtility(INotices).tell(["leminhanh"], "arrived", None, "Có tin mới", once="later")
    transaction.commit()
    phone.execute_script("document.dispatchEvent(new Event('visibilitychange'))")
    wait.until(lambda driver: unread(driver) == "3")
    assert "Có tin mới" in phone.find_element(By.CSS_SELECTOR, ".qlvb-toasts").text
    kept = phone.execute_async_script(KEPT)
    assert kept and all("/++plone++qlvb.policy/++unique++" in url or url.endswith("/@@offline") for url in kept)
    for width in (1280, PHONE):
        widen(phone, width)
        for page in ("@@notices", "@@notice-settings", "skhcn/@@work-schedule", "@@calendar-link"):
            phone.get(f"{site}/{page}")
            assert (overflows(phone), faults(phone)) == (0, []), (page, width)
    phone.get(f"{site}/@@notices")
    phone.find_element(By.CSS_SELECTOR, "a.qlvb-notice").click()
    wait.until(lambda driver: driver.current_url.startswith(letter.absolute_url()))
    assert unread(phone) == "2"
