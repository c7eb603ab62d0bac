"""The keys of clerks and specialists in a real browser: each does what the list of keys says, or says why it does nothing."""

from accessibility.browser import chromium
from accessibility.browser import widen
from documentation.examples import YEAR
import pytest
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.policy.demo.accounts import PASSWORD
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait
import transaction
from zope.component import getUtility


CLERK, LEADER, SPECIALIST = "vanthuskhcn", "nguyenthithuha", "leminhanh"


@pytest.fixture
def site(functional_province):
    getUtility(IRegisterFinder).open_year("skhcn", YEAR, "quantri")
    transaction.commit()
    return functional_province.absolute_url()


@pytest.fixture
def letter(site, client):
    """Address of a paper letter that lies in the register."""
    fields = {
        "subject": "V/v thử các phím tắt",
        "document_type": "official_letter",
        "issuing_body": "Công ty Sao Mai",
        "document_symbol": "8/SM-KT",
        "issue_date": f"{YEAR}-01-02",
    }
    answer = client(CLERK).post("skhcn/@incoming", json=fields)
    assert answer.status_code == 201, answer.text
    return answer.json()["@id"]


@pytest.fixture
def browse(site):
    """``browse(userid)``: a browser of that person."""
    with chromium() as driver:

        def signed_in(userid):
            driver.get(f"{site}/login")
            driver.delete_all_cookies()
            driver.get(f"{site}/login")
            driver.find_element(By.ID, "__ac_name").send_keys(userid)
            driver.find_element(By.ID, "__ac_password").send_keys(PASSWORD)
            driver.find_element(By.CSS_SELECTOR, "#LoginForm button").click()
            until(driver, lambda: "login" not in driver.current_url)
            widen(driver, 1280)
            return driver

        yield signed_in


def until(driver, ready):
    return WebDriverWait(driver, 40).until(lambda _driver: ready())


def press(driver, key):
    driver.find_element(By.TAG_NAME, "body").send_keys(key)


def said(driver, words):
    """Wait until the region for screen readers says ``words``; the message, of which there is one."""
    region = driver.find_element(By.CSS_SELECTOR, ".qlvb-toasts[aria-live=polite]")
    until(driver, lambda: words in region.text)
    (hint,) = region.find_elements(By.CSS_SELECTOR, "[data-kind=info]")
    return hint.text


def act(client, userid, letter, name, **data):
    answer = client(userid).post(f"{letter}/@acts/{name}", json=data)
    assert answer.status_code == 200, answer.text


@pytest.mark.browser
def test_keys_of_the_clerk(browse, client, site, letter):
    driver = browse(CLERK)
    driver.get(letter)
    until(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "[data-edit]"))
    press(driver, "r")
    assert "không có thao tác trả lại" in said(driver, "trả lại")
    press(driver, Keys.F8)
    assert said(driver, "F8").startswith("F8 Nhập giống VB trước")
    press(driver, Keys.F4)
    until(driver, lambda: driver.current_url.endswith("/edit"))

    act(client, CLERK, letter, "present", leader=LEADER)
    act(client, LEADER, letter, "direct", text="Tham mưu", lead=[SPECIALIST])
    driver.get(letter)
    until(driver, lambda: driver.find_elements(By.CSS_SELECTOR, ".qlvb-acts.is-fitted"))
    press(driver, Keys.F4)
    assert "“Đang xử lý”" in said(driver, "Hiệu chỉnh")
    assert driver.current_url == letter
    press(driver, Keys.F2)
    assert "không có biểu mẫu nào đang mở" in said(driver, "F2")
    press(driver, Keys.F7)
    until(driver, lambda: driver.current_url.endswith("/@@add-incoming"))
    press(driver, Keys.F4)
    assert "F4" in said(driver, "Hiệu chỉnh")
    press(driver, Keys.F8)
    until(driver, lambda: driver.current_url.endswith("?like=previous"))
    name = "[data-field=issuing_body] input[type=text]"
    until(driver, lambda: driver.find_element(By.CSS_SELECTOR, name).get_attribute("value") == "Công ty Sao Mai")


@pytest.mark.browser
def test_r_opens_what_gives_back_for_each_who_may(browse, client, letter):
    act(client, CLERK, letter, "present", leader=LEADER)
    driver = browse(LEADER)
    driver.get(letter)
    until(driver, lambda: driver.find_elements(By.CSS_SELECTOR, ".qlvb-acts.is-fitted"))
    press(driver, "a")
    assert driver.switch_to.active_element.get_attribute("name").endswith("text")
    driver.execute_script("document.activeElement.blur()")
    press(driver, "r")
    until(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "dialog[open] [data-act-form=send_back]"))
    press(driver, Keys.ESCAPE)

    act(client, LEADER, letter, "direct", text="Tham mưu", lead=[SPECIALIST])
    driver = browse(SPECIALIST)
    driver.get(letter)
    until(driver, lambda: driver.find_elements(By.CSS_SELECTOR, ".qlvb-acts.is-fitted"))
    press(driver, "r")
    until(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "dialog[open] [data-act-form=return_line]"))
    press(driver, Keys.ESCAPE)

    fields = {"@type": "OutgoingDocument", "subject": "V/v thử F8", "document_type": "official_letter"}
    made = client(SPECIALIST).post("skhcn/@documents", json=fields)
    assert made.status_code == 201, made.text
    driver.get(made.json()["@id"])
    until(driver, lambda: driver.find_elements(By.CSS_SELECTOR, ".qlvb-acts.is-fitted"))
    press(driver, Keys.F8)
    until(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "dialog[open] [data-act-form=copy]"))
