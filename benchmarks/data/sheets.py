"""What a bulk import reads of generated documents."""

import json


def cells(made, province):
    """dict of a row as JSON lines have it; only of documents that are issued or finished."""
    agency = province[made.agency]
    said = {
        "key": f"{made.index:08d}",
        "direction": made.direction,
        "agency": agency.id,
        "document_type": made.document_type,
        "subject": made.subject,
        "signatory_name": made.signatory,
        "urgency": made.urgency,
        "secrecy": made.secrecy,
    }
    if made.secrecy != "none":
        said["readers"] = [agency.having("clerk")[0].userid, agency.people[0].userid]
    if made.incoming:
        return said | {
            "arrival_number": made.number,
            "arrival_date": made.day.isoformat(),
            "issue_date": made.day.isoformat(),
            "reference": made.reference,
            "issuing_body": made.issuing_body,
            "arrival_channel": made.channel,
            "to_places": made.lead.fullname if made.lead else "",
        }
    return said | {
        "reference": made.reference,
        "issue_date": made.day.isoformat(),
        "recipients": "; ".join(made.recipients),
        "retained_by": "VT",
    }


def write_json_lines(records, path):
    """Write every record of ``records`` (generated with ``states=False``) to ``path``."""
    with open(path, "w", encoding="utf-8") as file:
        for made in records:
            file.write(json.dumps(cells(made, records.province), ensure_ascii=False) + "\n")
