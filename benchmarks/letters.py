"""A paper letter after its scan, until it lies with the leader: under 30 seconds (A2). The hands by the keystroke-level
model (Card, Moran, Newell 1980), the machine by its answers; so the number is the same wherever it is taken, but for
the machine.
"""

from benchmarks import Result
from benchmarks._times import p95
from benchmarks.data.loading import generated
from benchmarks.sites.kept import KeptSite
from datetime import date
from io import BytesIO
from lxml import html
from PIL import Image
from qlvb.content.clock import today
import time
from urllib.parse import urljoin


#: Place of the agency that registers, and of the one that wrote.
AGENCY, SENDER = 4, 5
WARM = 3
ROUNDS = 15
#: Seconds: a key of a person who types for a living (55 words a minute), to think before a field, to point at something
#: and press.
KEY, THINK, POINT = 0.2, 1.35, 1.3
BUDGET = 30
SUBJECT = "V/v báo cáo kết quả cải cách hành chính quý IV"


def measure(options):
    """iterable of Result."""
    site = KeptSite().prepare()
    agency, sender = (generated(options.small).province[place] for place in (AGENCY, SENDER))
    clerk = agency.having("clerk")[0].userid
    keys, fields, points = hands(sender.title)
    with site.served():
        client = site.session(clerk)
        client.headers["Accept"] = "text/html"
        taken = [registered(client, site, agency, sender, number) for number in range(WARM + ROUNDS)][WARM:]
    machine = p95([sum(parts.values()) for parts in taken])
    by_hand = keys * KEY + fields * THINK + points * POINT
    yield Result("paper letter: keys pressed", keys, "keys")
    yield Result("paper letter: fields thought about", fields, "fields")
    yield Result("paper letter: pointed at", points, "times")
    yield Result("paper letter: the hands, by the keystroke-level model", by_hand, "s")
    for name in taken[0]:
        yield Result(f"paper letter: {name}: p95", p95([parts[name] for parts in taken]) * 1000, "ms")
    yield Result("paper letter: all answers of the machine: p95", machine, "s")
    yield Result("paper letter from the scan to the leader", by_hand + machine, "s", BUDGET)


def hands(sender):
    """(keys, fields, presses of the pointer) of what has to be typed: number, symbol, the beginning of the sender's
    name with the arrow and Enter that take the suggestion, day (eight digits), subject, a Tab between the fields, and
    Ctrl+Enter, which registers and presents. The file is dropped onto the form.

    >>> hands("Sở Nội vụ")[1:]
    (5, 1)
    """
    typed = ("45", "GM-SNV", f"{sender[:6]}↓⏎", "02012026", SUBJECT)
    return sum(len(text) for text in typed) + len(typed) + 2, len(typed), 1


def registered(client, site, agency, sender, number):
    """dict name -> seconds of each answer that the clerk waits for, in their order."""
    taken = {}

    def asked(name, method, address, **more):
        started = time.perf_counter()
        answer = client.request(method, address, **more)
        taken[name] = time.perf_counter() - started
        if answer.status_code != 200:
            faults = html.fromstring(answer.text).xpath("//*[contains(@class, 'invalid') or @role='alert']")
            said = " ".join(" ".join(fault.text_content().split()) for fault in faults)
            raise RuntimeError(f"{address}: {answer.status_code} {said[:600]}")
        return answer

    form_page = asked("the empty form", "GET", f"{agency.id}/@@add-incoming")
    form = html.fromstring(form_page.text).xpath("//form[@data-document-form]")[0]
    asked("suggestions of senders", "GET", f"@agencies?text={sender.title[:6]}", headers={"Accept": "application/json"})
    typed = {
        "subject": f"{SUBJECT} ({number})",
        "issuing_body": sender.title,
        "original_number": str(1000 * int(time.time()) + number)[-9:],
        "document_symbol": "GM-SNV",
        "issue_date": date(today().year, 1, 2).isoformat(),
        "document_type": "official_letter",
    }
    widgets = {f"form.widgets.{name}": text for name, text in typed.items()}
    fields = {**dict(form.form_values()), **widgets, "present": "1"}
    action = urljoin(form_page.url, form.action or "")
    scan = ("scan.pdf", page(number), "application/pdf")
    answer = asked("registered and presented, and its page", "POST", action, data=fields, files={"file": scan})
    if "/incoming/" not in answer.url:
        raise RuntimeError(f"not registered: {answer.url}")
    return taken


def page(number):
    """bytes of a PDF: a page of A4 at 200 dots per inch in colour, different for each number."""
    drawn = Image.effect_noise((1654, 2339), 8 + number).convert("RGB")
    target = BytesIO()
    drawn.save(target, "PDF", resolution=200)
    return target.getvalue()
