"""Review routes from what programs and forms send."""

from qlvb.content import _
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.routes.rules import ReviewRoute
from qlvb.workflows.routes.rules import Station
from uuid import uuid4


def routes_from(items):
    """list of ReviewRoute of JSON values. :raises Refused: 400 something has no such shape."""
    if not isinstance(items, list):
        raise _wrong("items")
    return [_route(item, f"items.{place}") for place, item in enumerate(nfc_tree(items))]


def _route(item, at):
    if not isinstance(item, dict) or not isinstance(item.get("stations"), list):
        raise _wrong(at)
    types = item.get("document_types") or []
    texts = [item.get("title", ""), item.get("id") or "", *(types if isinstance(types, list) else [None])]
    if not all(isinstance(text, str) for text in texts):
        raise _wrong(at)
    stations = tuple(_station(one, f"{at}.stations.{place}") for place, one in enumerate(item["stations"]))
    return ReviewRoute(item.get("id") or uuid4().hex[:12], item.get("title", "").strip(), stations, tuple(types))


def _station(item, at):
    if not isinstance(item, dict):
        raise _wrong(at)
    texts = [item.get(name) or "" for name in ("kind", "who", "unit")]
    signing = item.get("signing", item.get("kind") == "sign")
    if not all(isinstance(text, str) for text in texts) or not isinstance(signing, bool):
        raise _wrong(at)
    return Station(*texts, signing)


def _wrong(field):
    message = _("violation_routes_shape", default="Dữ liệu quy trình không đúng dạng.")
    return Refused(Violation(field, "wrong_shape", message))
