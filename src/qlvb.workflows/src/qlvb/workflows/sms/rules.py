"""What a short message says, to which number, in which form it is handed over. Pure functions."""

import json
import phonenumbers
from qlvb.content import _
from qlvb.content.text import bare
from qlvb.content.violations import Violation
from qlvb.workflows.sms.answers import texts_of
from string import Template


#: How a request is written -> what requests calls it: one JSON object, or the fields of a form.
FORMS = {"json": "json", "form": "data"}
#: What stands in the template for what differs from message to message; ``local``: the number without the country.
PLACES = ("phone", "local", "text", "brand", "id", "token")
#: Of each of these, one has to stand in it.
NEEDED = (("phone", "local"), ("text",))
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


def local(number):
    """A number as :func:`mobile` gives it, as it is dialled inside the country; others stay as they are.

    >>> local("84912345678"), local("6591234567")
    ('0912345678', '6591234567')
    """
    return f"0{number[2:]}" if number.startswith("84") else number


def hidden(number):
    """A number as a log shows it.

    >>> hidden("84912345678"), hidden("")
    ('8491***678', '')
    """
    return f"{number[:4]}***{number[-3:]}" if number else ""


def shortened(text, accents):
    """``text`` on one line, at most two parts of a message long, without accents unless ``accents``.

    >>> shortened("Văn bản  “hỏa tốc” chờ anh/chị – đến hạn", False)
    'Van ban "hoa toc" cho anh/chi - den han'
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


def places(template):
    """Names of the places in a template: set of str.

    >>> sorted(places('{"to": "${phone}", "text": ["${text}"]}'))
    ['phone', 'text']
    """
    return {name for text in texts_of(json.loads(template)) for name in Template(text).get_identifiers()}


def template_mistakes(template, form="json"):
    """Violations of a template: it is a JSON object, knows no other places than PLACES, has those that are NEEDED; for
    ``form`` ("form": fields of a form) it has texts and numbers alone.
    """
    try:
        read = json.loads(template) if len(template) <= LONGEST_TEMPLATE else None
    except (ValueError, RecursionError):
        read = None
    if not isinstance(read, dict):
        text = _("violation_sms_template", default="Mẫu phải là một đối tượng JSON, dài tối đa 2000 ký tự.")
        return [Violation("template", "template_wrong", text)]
    found = [Template(text) for text in texts_of(read)]
    if not all(one.is_valid() for one in found):
        text = _("violation_sms_place", default="Có dấu $ không thuộc chỗ điền nào; dấu $ thường viết hai lần.")
        return [Violation("template", "template_wrong", text)]
    violations = []
    if form == "form" and not all(isinstance(value, (str, int)) for value in read.values()):
        text = _("violation_sms_flat", default="Biểu mẫu chỉ gồm các trường chữ và số, không có mục lồng nhau.")
        violations.append(Violation("template", "template_nested", text))
    known = places(template)
    for name in sorted(known - set(PLACES)):
        text = _("violation_sms_unknown", default="Không có chỗ điền “${name}”.", mapping={"name": name[:80]})
        violations.append(Violation("template", "place_unknown", text))
    for names in NEEDED:
        if known.isdisjoint(names):
            text = _("violation_sms_needed", default="Mẫu thiếu chỗ điền “${name}”.", mapping={"name": names[0]})
            violations.append(Violation("template", "place_missing", text))
    return violations
