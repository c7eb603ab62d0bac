"""Registering a received document in a real browser: presses counted, the file beside the fields, what is there shown."""

from accessibility.browser import chromium
from accessibility.browser import faults
from accessibility.browser import overflows
from accessibility.browser import widen
from documentation.examples import YEAR
from live.story import LETTER
import pytest
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.policy.demo.accounts import PASSWORD
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select
from selenium.webdriver.support.ui import WebDriverWait
import transaction
from zope.component import getUtility


#: Counts presses of a real pointer, over all pages of a visit.
COUNT = """
document.addEventListener("click", (event) => {
  if (event.isTrusted && event.detail > 0) sessionStorage.setItem("clicks", Number(sessionStorage.getItem("clicks") ?? 0) + 1);
}, true);
"""
TYPED = {
    "issuing_body": "Sở Nội vụ",
    "original_number": "45",
    "document_symbol": "GM-SNV",
}


@pytest.fixture
def site(functional_province):
    getUtility(IRegisterFinder).open_year("skhcn", YEAR, "quantri")
    transaction.commit()
    return functional_province.absolute_url()


@pytest.fixture
def driver(site):
    with chromium() as driver:
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": COUNT})
        driver.get(f"{site}/login")
        driver.find_element(By.ID, "__ac_name").send_keys("vanthuskhcn")
        driver.find_element(By.ID, "__ac_password").send_keys(PASSWORD)
        driver.find_element(By.CSS_SELECTOR, "#LoginForm button").click()
        until(driver, lambda: "login" not in driver.current_url)
        yield driver


def until(driver, ready):
    return WebDriverWait(driver, 40).until(lambda _driver: ready())


def find(driver, selector):
    return driver.find_element(By.CSS_SELECTOR, selector)


def fill(driver, site, subject):
    """Type what has to be typed, choose the file; nothing is pressed for it."""
    driver.get(f"{site}/skhcn/@@add-incoming")
    until(driver, lambda: find(driver, "[data-receive] .doc-buttons button[name=present]").is_displayed())
    driver.execute_script("sessionStorage.removeItem('clicks')")
    find(driver, "#doc-file").send_keys(str(LETTER))
    find(driver, "[data-field=subject] textarea").send_keys(subject)
    for name, text in TYPED.items():
        find(driver, f"[data-field={name}] input[type=text]").send_keys(text)
    driver.execute_script(
        "arguments[0].value = arguments[1]", find(driver, "[data-field=issue_date] input[type=date]"), f"{YEAR}-01-02"
    )


@pytest.mark.browser
def test_three_presses_and_never_twice(driver, site, tmp_path):
    widen(driver, 1280)
    fill(driver, site, "V/v mời dự Hội nghị tổng kết")
    until(driver, lambda: find(driver, "[data-receive] [data-viewer]").get_attribute("data-state") == "ready")
    Select(find(driver, "[data-field=document_type] select")).select_by_value("invitation")
    driver.save_screenshot(str(tmp_path / "receive-1280.png"))
    assert faults(driver) == []
    find(driver, ".doc-buttons button[name=present]").click()
    until(driver, lambda: "/incoming/" in driver.current_url)
    state = find(driver, ".doc-top [data-state]").get_attribute("data-state")
    assert state == "Chờ duyệt"
    # Choosing the file and the type by a pointer would be two more.
    assert int(driver.execute_script("return sessionStorage.getItem('clicks')") or 0) + 2 <= 3

    fill(driver, site, "V/v mời dự Hội nghị tổng kết, gửi lại")
    widen(driver, 360)
    until(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "[data-duplicates-place] button[name=attach]"))
    driver.save_screenshot(str(tmp_path / "receive-360.png"))
    assert not overflows(driver)
    assert faults(driver) == []
    # Both ways out stand with the comparison, and the buttons at the foot lead to it.
    assert find(driver, "[data-duplicates-link]").is_displayed()
    assert find(driver, "[data-field=duplicate_reason] textarea").is_displayed()
    keep = find(driver, "[data-duplicates-keep]")
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", keep)
    keep.click()
    assert driver.switch_to.active_element.get_attribute("name") == "duplicate_reason"
    attach = find(driver, "[data-duplicates-place] button[name=attach]")
    # The buttons of the form stay at the foot of the window: what is pressed must not lie under them.
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", attach)
    attach.click()
    until(driver, lambda: "/incoming/" in driver.current_url)
    assert find(driver, "h1").text == "V/v mời dự Hội nghị tổng kết"

    # The same once more, kept beside the first for a reason: what was typed and chosen is still there.
    widen(driver, 1280)
    fill(driver, site, "V/v mời dự Hội nghị tổng kết, bản sửa")
    Select(find(driver, "[data-field=document_type] select")).select_by_value("invitation")
    until(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "[data-duplicates-keep]"))
    find(driver, ".doc-buttons button[name=accept]").click()
    until(driver, lambda: driver.find_elements(By.CSS_SELECTOR, ".doc-form .alert-danger:not([hidden])"))
    assert driver.execute_script("return document.querySelector('#doc-file').files[0].name") == LETTER.name
    find(driver, "[data-field=duplicate_reason] textarea").send_keys("Nơi gửi gửi lại bản đã sửa thời gian họp")
    find(driver, ".doc-buttons button[name=accept]").click()
    until(driver, lambda: "/incoming/" in driver.current_url)
    assert find(driver, "h1").text == "V/v mời dự Hội nghị tổng kết, bản sửa"
    widen(driver, 360)
    edges = "return [document.querySelector('.doc-viewer').getBoundingClientRect().right, document.documentElement.clientWidth]"
    right, window = driver.execute_script(edges)
    assert right <= window
