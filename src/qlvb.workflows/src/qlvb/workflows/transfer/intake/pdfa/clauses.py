"""The rules that are looked at, and the clauses of ISO 19005 that they are (pure).

Parts 2 and 3 number their clauses alike. What a part allows has None; part 4 is held to the rules of part 2 that it
shares, and named without a clause.
"""

from dataclasses import dataclass


#: Rule -> (clause of part 1, clause of parts 2 and 3).
CLAUSES = {
    "encrypted": ("6.1.3", "6.1.3"),
    "no_id": ("6.1.3", "6.1.3"),
    "external_stream": ("6.1.7", "6.1.7.1"),
    "lzw": ("6.1.10", "6.1.7.2"),
    "embedded_file": ("6.1.11", "6.8"),
    "optional_content": ("6.1.13", None),
    "page_size": (None, "6.1.13"),
    # JPXDecode came with PDF 1.5, whose filters part 1 does not know.
    "jpeg2000": ("6.1.10", "6.2.8.3"),
    "output_intents_differ": ("6.2.2", "6.2.3"),
    "device_colour": ("6.2.3.3", "6.2.4.3"),
    "image_extras": ("6.2.4", "6.2.8"),
    "postscript": ("6.2.7", "6.2.9"),
    "reference": ("6.2.6", "6.2.9"),
    "font_not_embedded": ("6.3.4", "6.2.11.4.1"),
    "font_widths": ("6.3.6", "6.2.11.5"),
    "no_unicode": ("6.3.8", "6.2.11.7.2"),
    "transparency": ("6.4", None),
    "annotation_type": ("6.5.2", "6.3.1"),
    "annotation_flags": ("6.5.3", "6.3.2"),
    "annotation_appearance": ("6.5.3", "6.3.3"),
    "action": ("6.6.1", "6.5.1"),
    "trigger": ("6.6.2", "6.5.2"),
    "form_action": ("6.9", "6.4.1"),
    "form_appearances": ("6.9", "6.4.1"),
    "xfa": (None, "6.4.2"),
    "no_claim": ("6.7.11", "6.6.4"),
    "no_level": ("6.7.11", "6.6.4"),
    "not_marked": ("6.8.2.2", "6.7.2.2"),
    "no_structure": ("6.8.3.3", "6.7.3.3"),
    "structure_type": ("6.8.3.4", "6.7.3.4"),
    "language": ("6.8.4", "6.7.4"),
    "info_differs": ("6.7.3", None),
}
#: Of part 4, which has no embedded files but in its levels E and F, and no output intent of the old kind.
OF_PART_4 = frozenset(
    {
        "encrypted",
        "external_stream",
        "lzw",
        "font_not_embedded",
        "font_widths",
        "action",
        "postscript",
        "reference",
        "xfa",
    }
)


@dataclass(frozen=True)
class PdfFault:
    """``rule``: one of CLAUSES; ``clause``: "ISO 19005-2, 6.5.1"; ``detail``: name of font, action, page …"""

    rule: str
    clause: str
    detail: str = ""


def fault(rule, part, detail=""):
    """PdfFault of a file of ``part`` (1 to 4), or None when that part does not ask for it.

    >>> fault("lzw", 3).clause
    'ISO 19005-3, 6.1.7.2'
    >>> fault("transparency", 2) is None
    True
    """
    if part == 4:
        return PdfFault(rule, "ISO 19005-4", detail) if rule in OF_PART_4 else None
    clause = CLAUSES[rule][0 if part == 1 else 1]
    return PdfFault(rule, f"ISO 19005-{part}, {clause}", detail) if clause is not None else None
