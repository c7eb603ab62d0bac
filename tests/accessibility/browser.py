"""Chromium with axe-core in it."""

from contextlib import contextmanager
from pathlib import Path
from selenium import webdriver


AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text()
WIDTHS = {1280: 900, 360: 740}
ARGUMENTS = ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--lang=vi", "--force-prefers-reduced-motion", "--window-size=1280,900")
#: Rules of axe-core whose findings are never graver than "moderate": what they say would be thrown away below.
LIGHT_RULES = (
    "aria-allowed-role",
    "empty-heading",
    "empty-table-header",
    "heading-order",
    "image-redundant-alt",
    "landmark-banner-is-top-level",
    "landmark-complementary-is-top-level",
    "landmark-contentinfo-is-top-level",
    "landmark-main-is-top-level",
    "landmark-no-duplicate-banner",
    "landmark-no-duplicate-contentinfo",
    "landmark-no-duplicate-main",
    "landmark-one-main",
    "landmark-unique",
    "meta-viewport-large",
    "page-has-heading-one",
    "presentation-role-conflict",
    "region",
    "skip-link",
    "table-duplicate-name",
)
#: The frame of every page: its menu, its panel, the bar of telephones.
FRAME = (".qlvb-top", ".qlvb-side", ".qlvb-bottom")
_RUN = """
const [context, light, done] = arguments;
const rules = Object.fromEntries(light.map((id) => [id, {enabled: false}]));
axe.run(context, {resultTypes: ["violations"], elementRef: false, preload: false, rules}).then(
  (found) => done(found.violations.map((one) => ({
    id: one.id, impact: one.impact, help: one.help,
    nodes: one.nodes.slice(0, 3).map((node) => `${node.target.join(" ")} :: ${node.html.slice(0, 160)} :: ${node.failureSummary.slice(0, 240)}`),
  }))),
  (error) => done([{id: "axe", impact: "critical", help: String(error), nodes: []}]),
);
"""
#: What is fading in has not its colours yet.
_STILL = """
const style = document.createElement("style");
style.textContent = "*, *::before, *::after, ::backdrop { animation: none !important; transition: none !important; }";
document.head.append(style);
"""
#: Attributes whose values are words of a rule or of the look; of the others it counts only whether there is one.
WORDED = (
    "role",
    "type",
    "style",
    "lang",
    "tabindex",
    "scope",
    "autocomplete",
    "hidden",
    "open",
    "aria-hidden",
    "aria-expanded",
    "aria-current",
    "aria-checked",
    "aria-selected",
    "aria-pressed",
    "aria-disabled",
    "aria-live",
    "aria-haspopup",
)
#: The kinds of elements in what ``faults`` would look at: what an element is, stands in, wears, says about itself, and whether it says
#: anything.
_KINDS = """
const [dialog, framed, frame, words] = arguments;
const worded = new Set(words);
const root = dialog ? document.getElementById(dialog) : document.documentElement;
const own = (node) => Array.from(node.childNodes).some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
const kinds = new Set();
const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT, (node) =>
  ["SCRIPT", "STYLE", "TEMPLATE"].includes(node.tagName) || (!framed && frame.some((part) => node.matches(part))) ||
  (!dialog && node.tagName === "DIALOG" && !node.open) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
for (let node = walker.currentNode; node; node = walker.nextNode()) {
  const size = /[\d.]+(?=%|px|r?em|fr)/g;
  const said = Array.from(node.attributes, ({name, value}) => worded.has(name) ? `${name}=${value.replace(size, "0")}` : name + (value.trim() ? "" : "=")).sort();
  const within = [];
  for (let above = node.parentElement; above && within.length < 3; above = above.parentElement) within.push(`${above.tagName}.${above.className}`);
  kinds.add([node.tagName, node.getAttribute("class"), said, own(node), Boolean(node.textContent.trim()), within].join(" "));
}
return Array.from(kinds);
"""
GRAVE = ("serious", "critical")


@contextmanager
def chromium():
    """A browser of its own; ends with the block."""
    options = webdriver.ChromeOptions()
    for argument in ARGUMENTS:
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
    driver.set_script_timeout(60)
    try:
        yield driver
    finally:
        driver.quit()


def widen(driver, width):
    """Give the window a width in CSS pixels; the narrow one is a telephone."""
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": WIDTHS[width], "deviceScaleFactor": 1, "mobile": width < 500},
    )


def faults(driver, dialog="", framed=True):
    """What axe-core calls serious or critical on the page as it stands: list of dict id, impact, help, nodes.

    ``dialog`` (id) narrows the look to an open dialog, which takes the page behind it away from everybody; ``framed`` says
    whether the frame of the page is looked at, too.
    """
    if not driver.execute_script("return Boolean(window.axe)"):
        driver.execute_script(AXE)
        driver.execute_script(_STILL)
    if dialog:
        context = {"include": [[f"[id='{dialog}']"]]}
    else:
        context = {"include": [["html"]], "exclude": [] if framed else [[part] for part in FRAME]}
    return [found for found in driver.execute_async_script(_RUN, context, LIGHT_RULES) if found["impact"] in GRAVE]


def kinds_of(driver, dialog="", framed=True):
    """set of str: the kinds of elements that :func:`faults` would look at. Where all of them were looked at before at the same
    width, as in the twentieth list, axe-core has nothing new to say.
    """
    return set(driver.execute_script(_KINDS, dialog, framed, FRAME, WORDED))


def section_of(driver):
    """str: the section that the page's menu marks, "" for none."""
    return driver.execute_script("return document.querySelector('.qlvb-menu [aria-current]')?.textContent ?? ''")


def overflows(driver):
    """int: by how many pixels the page is wider than its window (0 when it fits)."""
    return driver.execute_script("return Math.max(0, document.documentElement.scrollWidth - window.innerWidth)")
