"""What a short message says, to which number, in which form it is handed over. Pure functions."""

import json
import phonenumbers
from qlvb.content import _
from qlvb.content.text import bare
from qlvb.content.violations import Violation
from string import Template


#: What stands in the template for what differs from message to message.
PLACES = ("phone", "text", "brand", "id", "token")
NEEDED = ("phone", "text")
LONGEST_TEMPLATE = 2000
#: Characters: two parts of a message, in the alphabet of GSM (153 each) and with accents (UCS-2, 67 each).
LONGEST = {False: 306, True: 134}
_ASCII = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "·": "-", "…": "..."})
_COUNTRY = "VN"


def mobile(number):
    """The number of a mobile phone as gateways take it, digits with the country first; "" for any other number.

    >>> mobile("0912 345 678"), mobile("+84 912.345.678"), mobile("0203 000 245"), mobile("máy lẻ 12")
    ('84912345678', '84912345678', '', '')
    """
    try:
        parsed = phonenumbers.parse(number or "", _COUNTRY)
    except phonenumbers.NumberParseException:
        return ""
    kinds = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
    if not phonenumbers.is_valid_number(parsed) or phonenumbers.number_type(parsed) not in kinds:
        return ""
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164).lstrip("+")


def hidden(number):
    """A number as a log shows it.

    >>> hidden("84912345678"), hidden("")
    ('8491***678', '')
    """
    return f"{number[:4]}***{number[-3:]}" if number else ""


def shortened(text, accents):
    """``text`` on one line, at most two parts of a message long, without accents unless ``accents``.

    >>> shortened("Văn bản  “hỏa tốc” chờ bạn – đến hạn", False)
    'Van ban "hoa toc" cho ban - den han'
    """
    text = " ".join(text.split())
    if not accents:
        text = bare(text.translate(_ASCII)).encode("ascii", "ignore").decode()
    end = "…" if accents else "..."
    return text if len(text) <= LONGEST[accents] else text[: LONGEST[accents] - len(end)].rstrip() + end


def body(template, values):
    """dict that is posted: the JSON of ``template`` with ``values`` (dict of PLACES) in its strings.

    >>> body('{"to": ["${phone}"], "priority": 1}', {"phone": "84912345678"})
    {'to': ['84912345678'], 'priority': 1}
    """
    return _filled(json.loads(template), values)


def _filled(value, values):
    if isinstance(value, str):
        return Template(value).safe_substitute(values)
    if isinstance(value, list):
        return [_filled(one, values) for one in value]
    if isinstance(value, dict):
        return {name: _filled(one, values) for name, one in value.items()}
    return value


def _strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)


def template_mistakes(template):
    """Violations of a template: it is a JSON object, knows no other places than PLACES, has those that are NEEDED."""
    try:
        read = json.loads(template) if len(template) <= LONGEST_TEMPLATE else None
    except (ValueError, RecursionError):
        read = None
    if not isinstance(read, dict):
        text = _("violation_sms_template", default="Mẫu phải là một đối tượng JSON, dài tối đa 2000 ký tự.")
        return [Violation("template", "template_wrong", text)]
    found = [Template(text) for text in _strings(read)]
    if not all(one.is_valid() for one in found):
        text = _("violation_sms_place", default="Có dấu $ không thuộc chỗ điền nào; dấu $ thường viết hai lần.")
        return [Violation("template", "template_wrong", text)]
    places = {name for one in found for name in one.get_identifiers()}
    violations = []
    for name in sorted(places - set(PLACES)):
        text = _("violation_sms_unknown", default="Không có chỗ điền “${name}”.", mapping={"name": name[:80]})
        violations.append(Violation("template", "place_unknown", text))
    for name in NEEDED:
        if name not in places:
            text = _("violation_sms_needed", default="Mẫu thiếu chỗ điền “${name}”.", mapping={"name": name})
            violations.append(Violation("template", "place_missing", text))
    return violations


def taken(answer, field, value):
    """bool: the gateway's answer (dict or None) says that it has the message; ``field`` "" means that its status says
    so alone.

    >>> taken({"CodeResult": 100}, "CodeResult", "100"), taken({"CodeResult": 101}, "CodeResult", "100")
    (True, False)
    """
    return not field or (answer is not None and str(answer.get(field, "")).lower() == value.lower())
