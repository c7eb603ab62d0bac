"""What the form of drafts is sent: good values, a row of recipients, a file."""

from io import BytesIO
from outgoing_story import SIGNATORY


class Upload(BytesIO):
    """What ZPublisher hands a form for a file."""

    def __init__(self, filename, data):
        super().__init__(data)
        self.filename = filename
        self.headers = {}


def row(number, **values):
    """Inputs of one row of the recipients."""
    prefix = f"form.widgets.recipients.{number}.widgets."
    cells = {
        "name": "",
        "identifier": "",
        "agency": "--NOVALUE--",
        "channel": "outside",
        "purpose": "for_execution",
        "address": "",
    }
    return {f"{prefix}{name}": value for name, value in {**cells, **values}.items()} | {
        f"form.widgets.recipients.{number}-empty-marker": "1"
    }


GOOD = {
    "subject": "V/v góp ý dự thảo Kế hoạch",
    "document_type": "official_letter",
    "urgency": "urgent",
    "signatory": SIGNATORY,
    "language": "vi",
    "secrecy": "none",
}
