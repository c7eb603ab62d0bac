"""A picture of every screen: taken where the accessibility run looks at it, listed by ``docs/man-hinh.rst``."""

from base64 import b64decode
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
import re
from selenium.common.exceptions import TimeoutException
from selenium.webdriver.support.ui import WebDriverWait


DOCS = Path(__file__).parents[2] / "docs"
PICTURES = DOCS / "pictures" / "man-hinh"
PAGE = DOCS / "man-hinh.rst"
HEAD = """\
Mọi màn hình
============

Ảnh do bộ kiểm thử chụp trên trang mẫu (``make test``), mỗi màn hình một ảnh, xếp theo trình đơn. Cách dùng từng màn hình: xem hướng dẫn theo vai trò trong
``huong-dan/``; trên phần mềm, nút ``?`` mở đúng mục.
"""
#: Pages without a place in the menu come last.
OTHERS = "Màn hình khác"
_FACTS = """
const section = document.querySelector(".qlvb-menu [aria-current]");
return [section ? section.textContent.trim() : "", document.title];
"""


#: Without a viewer nothing is waited for; a file that is not there yet is waited for in vain.
_DRAWN = "return !document.querySelector('[data-viewer-pages]') || Boolean(document.querySelector('[data-viewer-pages] canvas'))"


@dataclass(frozen=True)
class Picture:
    """``name`` of the file without its ending; ``section``: title of the menu; ``title`` of the page; ``userid`` who looks."""

    name: str
    section: str
    title: str
    userid: str


def name_of(screen):
    """The name of a Screen's picture (pure).

    >>> from accessibility.screens import Screen
    >>> name_of(Screen("type:OutgoingDocument", "@@draft-text")), name_of(Screen("skhcn/transfers", "")), name_of(Screen("", "@@desk"))
    ('outgoingdocument-draft-text', 'skhcn-transfers', 'desk')
    """
    view, _question, _answers = screen.view.partition("?")
    context = re.sub(r"^service:\w+:", "item of ", screen.context.removeprefix("type:"))
    return re.sub(r"[^a-z0-9]+", "-", f"{context} {view}".lower()).strip("-")


def taken(driver, name, userid):
    """The Picture of the page, kept under ``name``; a document's file is drawn first where there is one to be drawn."""
    with suppress(TimeoutException):
        WebDriverWait(driver, 5, poll_frequency=0.1).until(lambda _driver: driver.execute_script(_DRAWN))
    PICTURES.mkdir(parents=True, exist_ok=True)
    clip = {"x": 0, "y": 0, "width": 1280, "height": 900, "scale": 0.75}
    shot = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "webp", "quality": 60, "clip": clip})
    (PICTURES / f"{name}.webp").write_bytes(b64decode(shot["data"]))
    section, title = driver.execute_script(_FACTS)
    return Picture(name, section, title.rpartition(" · ")[0] or title, userid)


def write(pictures, sections, names):
    """Write the page: ``pictures`` by the ``sections`` of the menu (titles in order); ``names``: userid -> name shown."""
    lines = [HEAD]
    titles = list(dict.fromkeys([*sections, OTHERS]))
    for title in titles:
        found = [one for one in pictures if (one.section or OTHERS) == title]
        if found:
            lines += [title, "-" * len(title), ""]
        for one in sorted(found, key=lambda one: (one.title, one.name)):
            lines += [
                f".. figure:: pictures/man-hinh/{one.name}.webp",
                "   :width: 640",
                f"   :alt: {one.title}",
                "",
                f"   {one.title} ({names.get(one.userid, 'chưa đăng nhập')})",
                "",
            ]
    PAGE.write_text("\n".join(lines).rstrip("\n") + "\n", encoding="utf-8")
    for picture in set(PICTURES.glob("*.webp")) - {PICTURES / f"{one.name}.webp" for one in pictures}:
        picture.unlink()
