"""What a gateway answers, and whether that means that it has the message. Pure functions.

Gateways answer with a JSON object, with a line of text ("OK|4711", "0") or with XML, SOAP among it.
"""

from itertools import chain
import json
from lxml import etree
from qlvb.content import _
from qlvb.content.violations import Violation


LONGEST_PATH = 12  # names
#: Nothing of it is fetched, and no name inside of it is put in for another.
_PARSER = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
_PARSER |= {"remove_comments": True, "remove_pis": True}


def read_json(body):
    """dict of the answer, or None."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def read_text(body):
    """str of the answer on one line, without a mark of the byte order.

    >>> read_text(b"\\xef\\xbb\\xbf OK | 4711\\r\\n")
    'OK | 4711'
    """
    return " ".join(body.decode("utf-8-sig", "replace").split())


def read_xml(body):
    """lxml element of the answer, or None."""
    try:
        return etree.fromstring(body, etree.XMLParser(**_PARSER))
    except (etree.XMLSyntaxError, ValueError):
        return None


#: How a gateway answers -> what reads its bytes.
READERS = {"json": read_json, "text": read_text, "xml": read_xml}


def taken(answer, field, value):
    """bool: ``answer`` (of one of READERS) says that the gateway has the message. ``value``: good values, divided by
    commas, ``*`` in them stands for anything. ``field`` names what is looked at in JSON and XML, inside of others by
    its path; XML begins with its root, without prefixes, ``@name`` is an attribute. Without it JSON says nothing.

    >>> taken({"CodeResult": 100}, "CodeResult", "100"), taken({"RPLY": {"ERROR": "0"}}, "RPLY.ERROR", "0,00")
    (True, True)
    >>> taken("OK|4711", "", "OK|*"), taken("ERR: not ok", "", "OK*"), taken("id=5;status=sent", "", "*status=sent*")
    (True, False, True)
    >>> taken(read_xml(b'<r xmlns="urn:a"><Result code="0">sent</Result></r>'), "r.Result.@code", "0")
    True
    """
    if isinstance(answer, dict) and not field:
        return True
    if answer is None:
        return not field
    patterns = [one.strip() for one in value.split(",") if one.strip()]
    return any(fits(said, pattern) for said in _said(answer, field) for pattern in patterns)


def _said(answer, field):
    """list of str: what stands at ``field``."""
    if isinstance(answer, str):
        return [answer]
    if not isinstance(answer, dict):
        return _in_xml(answer, field.split("."))
    for name in field.split("."):
        answer = answer.get(name) if isinstance(answer, dict) else None
    return [] if answer is None or isinstance(answer, (dict, list)) else [str(answer)]


def _in_xml(root, path):
    level = [root] if _name(root) == path[0] else []
    for name in path[1:]:
        if name.startswith("@"):
            found = (one.attrib.items() for one in level)
            return [value for key, value in chain.from_iterable(found) if etree.QName(key).localname == name[1:]]
        level = [child for one in level for child in one if _name(child) == name]
    return [" ".join("".join(one.itertext()).split()) for one in level]


def _name(element):
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def fits(said, pattern):
    """bool: ``said`` is what ``pattern`` describes, whatever the case; ``*`` stands for any text, also for none. One
    walk over the text, however the pattern is made.

    >>> fits("Success: 12", "success*"), fits("Thành công", "*công"), fits("aab", "a*a*b"), fits("ab", "ab*b")
    (True, True, True, False)
    """
    said, (first, *rest) = said.lower(), pattern.lower().split("*")
    if not rest:
        return said == first
    *middle, last = rest
    if not said.startswith(first):
        return False
    place = len(first)
    for part in middle:
        found = said.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return len(said) - len(last) >= place and said.endswith(last)


def words_of(answer):
    """list of str: texts and numbers of an answer, for people.

    >>> words_of(read_xml(b"<r><code>9</code><text>Sai khoa</text></r>")), words_of("ERR 5")
    (['9', 'Sai khoa'], ['ERR 5'])
    """
    if isinstance(answer, (dict, list)):
        return list(texts_of(answer))
    if answer is None or isinstance(answer, str):
        return [answer] if answer else []
    return [text for part in answer.itertext() if (text := " ".join(part.split()))]


def texts_of(answer):
    """Texts and numbers of a JSON value, in their order, also those inside of others: generator of str.

    >>> list(texts_of({"RPLY": {"ERROR": 5, "ERROR_DESC": "Sai nhãn"}, "data": None}))
    ['5', 'Sai nhãn']
    """
    if isinstance(answer, (str, int)):
        yield str(answer)
    elif isinstance(answer, (list, dict)):
        for one in answer.values() if isinstance(answer, dict) else answer:
            yield from texts_of(one)


def answer_mistakes(kind, field, value):
    """Violations of how a good answer is described: ``kind`` one of READERS, ``field`` and ``value`` as in
    :func:`taken`.
    """
    if kind not in READERS:
        text = _("violation_sms_answer", default="Cách trả lời phải là JSON, văn bản hoặc XML.")
        return [Violation("answer", "field_wrong_value", text)]
    found = []
    if kind == "text" and field:
        text = _("violation_sms_text_field", default="Câu trả lời bằng văn bản không có trường; hãy để trống.")
        found.append(Violation("taken_field", "field_wrong_value", text))
    if kind == "xml" and not (_is_path(field)):
        text = _(
            "violation_sms_path",
            default="Ghi đường dẫn từ phần tử gốc, ví dụ Response.Result.Code hoặc Response.@status.",
        )
        found.append(Violation("taken_field", "field_wrong_value", text))
    good = [one.strip() for one in value.split(",") if one.strip()]
    if (kind != "json" or field) and not good:
        text = _("violation_sms_value", default="Cần ghi câu trả lời khi cổng đã nhận tin nhắn.")
        found.append(Violation("taken_value", "field_missing", text))
    elif any(not one.strip("*") for one in good):
        text = _("violation_sms_anything", default="Chỉ có dấu * thì câu trả lời nào cũng đúng; hãy ghi rõ hơn.")
        found.append(Violation("taken_value", "field_wrong_value", text))
    return found


def _is_path(field):
    names = field.split(".")
    inner = all(name and not name.startswith("@") for name in names[:-1])
    return inner and bool(names[-1].removeprefix("@")) and not names[0].startswith("@") and len(names) <= LONGEST_PATH
