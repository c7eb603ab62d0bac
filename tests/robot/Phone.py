"""Robot library: the browser as a telephone."""

from robot.libraries.BuiltIn import BuiltIn


WIDTH, HEIGHT = 360, 740
#: What a finger has to hit: buttons and fields in sight, smaller than this many pixels in both directions.
SMALLEST = 24
_TOO_SMALL = """
return Array.from(document.querySelectorAll("main button, main input:not([type=hidden]), main select, main .btn"))
  .filter((node) => node.checkVisibility({visibilityProperty: true}) && !node.closest(".visually-hidden"))
  .map((node) => [node, (node.matches("[type=checkbox], [type=radio]") && node.closest("label, .form-check") || node).getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && box.width < arguments[0] && box.height < arguments[0])
  .map(([node]) => node.outerHTML.slice(0, 160));
"""
_OVERFLOW = "return Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"


class Phone:
    """Words of a story that is played on a telephone."""

    ROBOT_LIBRARY_SCOPE = "SUITE"

    @property
    def driver(self):
        return BuiltIn().get_library_instance("SeleniumLibrary").driver

    def take_the_phone(self):
        """From now on the browser is 360 pixels wide and has a touch screen."""
        screen = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 2, "mobile": True}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
        self.driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True})

    def write_by_hand(self, act):
        """A finger writes a cross on the sheet of the act's form."""
        form = self.driver.find_element("css selector", f'[data-act-form="{act}"]')
        middle = "arguments[0].scrollIntoView({block: 'center'})"
        summary = form.find_element("css selector", "[data-pen-sheet] summary")
        sheet = form.find_element("css selector", "[data-pen-canvas]")
        self.driver.execute_script(middle, summary)
        summary.click()
        self.driver.execute_script(middle, sheet)
        box = self.driver.execute_script("return arguments[0].getBoundingClientRect().toJSON()", sheet)
        left, top = box["left"] + 20, box["top"] + 20
        for way in (1, -1):
            start = left if way == 1 else left + 60
            self._touch("touchStart", start, top)
            for step in range(1, 7):
                self._touch("touchMove", start + way * 10 * step, top + 8 * step)
            self._touch("touchEnd")
        said = form.find_element("css selector", "[data-pen-said]").text
        assert said.startswith("2 "), said

    def _touch(self, kind, *place):
        points = [{"x": place[0], "y": place[1]}] if place else []
        self.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def handwriting_is_shown(self):
        """The picture of what was written stands in the history and could be loaded."""
        loaded = "const p = document.querySelector('.doc-drawing img'); return p ? p.decode().then(() => p.naturalWidth) : 0"
        width = self.driver.execute_script(loaded)
        assert 50 < width < 1200, width

    def everything_fits(self):
        """Nothing is wider than the screen, and nothing to press is too small for a finger (WCAG 2.2, 2.5.8)."""
        wider = self.driver.execute_script(_OVERFLOW)
        assert not wider, f"{self.driver.current_url}: {wider} pixels wider than the screen"
        small = self.driver.execute_script(_TOO_SMALL, SMALLEST)
        assert not small, f"{self.driver.current_url}: too small for a finger: {small}"
