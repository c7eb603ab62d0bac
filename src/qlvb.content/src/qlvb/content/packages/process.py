"""The processing history (NĐ 30/2020 Phụ lục VI, III.5.a) as a file of a package: the journal with its chain."""

from hashlib import sha256
import json
from lxml import etree
from qlvb.content.packages.interfaces import Finding
from qlvb.content.packages.model import Step
from qlvb.content.packages.xml import PROCESS
from qlvb.content.packages.xml import XSI
from qlvb.content.packages.xml import parser
from qlvb.content.packages.xml import writing


GENESIS = "0" * 64


def write(target, code, steps, earlier, schema):
    """Write the history of the record named ``code``; ``earlier``: Steps from before it came into this system."""
    location = {f"{{{XSI}}}schemaLocation": f"{PROCESS} {schema}", "code": code}
    with writing(target) as xml, xml.element(f"{{{PROCESS}}}process", location, nsmap={None: PROCESS, "xsi": XSI}):
        for name, group in (("earlier", earlier), ("history", steps)):
            if group or name == "history":
                with xml.element(f"{{{PROCESS}}}{name}"):
                    for step in group:
                        xml.write(_element(step))


def _element(step):
    attributes = {
        "seq": str(step.seq),
        "when": step.when,
        "actor": step.actor,
        "event": step.event,
        "previous": step.previous,
        "hash": step.hash,
    }
    element = etree.Element(f"{{{PROCESS}}}step", attributes, nsmap={None: PROCESS})
    if step.on_behalf:
        element.set("onBehalf", step.on_behalf)
    for name, text in (("who", step.actor_name), ("what", step.sentence), ("detail", step.detail)):
        etree.SubElement(element, f"{{{PROCESS}}}{name}").text = text
    return element


def read(data):
    """(steps, earlier): two tuples of Step. :raises etree.XMLSyntaxError: it is no XML."""
    root = etree.fromstring(data, parser())
    return tuple(
        tuple(_step(element) for element in root.iterfind(f"{{{PROCESS}}}{name}/{{{PROCESS}}}step"))
        for name in ("history", "earlier")
    )


def _step(element):
    number = element.get("seq", "")
    return Step(
        seq=int(number) if number.isascii() and number.isdigit() else 0,
        when=element.get("when", ""),
        actor=element.get("actor", ""),
        actor_name=element.findtext(f"{{{PROCESS}}}who") or "",
        on_behalf=element.get("onBehalf", ""),
        event=element.get("event", ""),
        sentence=element.findtext(f"{{{PROCESS}}}what") or "",
        detail=element.findtext(f"{{{PROCESS}}}detail") or "",
        previous=element.get("previous", ""),
        hash=element.get("hash", ""),
    )


def chain_faults(steps, where):
    """What does not fit in the chain of hashes: list of Finding, the first one that does not fit."""
    previous = GENESIS
    for step in steps:
        if step.previous != previous or step.hash != _hash(step):
            return [Finding("history_altered", where, f"seq {step.seq}")]
        previous = step.hash
    return []


def _hash(step):
    try:
        detail = json.loads(step.detail)
    except ValueError:
        return ""
    payload = {
        "seq": step.seq,
        "when": step.when,
        "actor": step.actor,
        "on_behalf": step.on_behalf,
        "event": step.event,
        "detail": detail,
        "previous": step.previous,
    }
    text = json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()
