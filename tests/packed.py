"""Packages made without a site, and the commands by which others judge them."""

from datetime import datetime
from hashlib import sha256
from io import BytesIO
import os
from pathlib import Path
from qlvb.content import clock
from qlvb.content.packages import fields as package_fields
from qlvb.content.packages.model import Event
from qlvb.content.packages.model import Organisation
from qlvb.content.packages.model import Package
from qlvb.content.packages.model import PackedDocument
from qlvb.content.packages.model import PackedFile
from qlvb.content.packages.model import Related
from qlvb.content.packages.model import Software
from qlvb.content.packages.model import Step
from qlvb.content.packages.process import _hash
from qlvb.content.packages.xml import new_uuid
import shlex
import zipfile


NOW = datetime(2026, 3, 3, 8, 0, 0, 500000, tzinfo=clock.VIETNAM)
DOSSIER = {
    "title": "Hồ sơ nâng cấp phần mềm",
    "maintenance": "01",
    "mode": "01",
    "language": ("01", "02"),
    "startDate": "01/01/2026",
    "endDate": "02/02/2026",
    "totalDoc": "1",
    "numberOfPaper": "0",
    "numberOfPage": "3",
    "confidenceLevel": "01",
    "riskRecovery": "0",
}
DOCUMENT = {
    "docId": "a" * 25,
    "docCode": "H99.12.2026.01.CNTT.0000001",
    "maintenance": "01",
    "typeName": "02",
    "codeNumber": "05",
    "codeNotation": "QĐ-SKHCN",
    "issuedDate": "01/02/2026",
    "organName": "Sở Khoa học và Công nghệ",
    "subject": "Về việc nâng cấp <phần mềm> & dữ liệu",
    "language": "01",
    "numberOfPage": "3",
    "mode": "01",
    "confidenceLevel": "01",
    "riskRecovery": "0",
    "process": "1",
}
OF_AN_AIP = {
    **{name: value for name, value in DOCUMENT.items() if name not in ("docId", "maintenance", "riskRecovery")},
    "arcFileCode": "H99.12.2026.01.CNTT",
    "docOrdinal": "0000001",
}
OF_A_DIP = {
    **{name: value for name, value in DOCUMENT.items() if name not in ("docCode", "organName")},
    "arcDocCode": "H99.12.2026.01.CNTT.0000001",
}
BATCH = {"title": "Công văn trao đổi <2026>", "source": "0", "description": "Không lập hồ sơ"}
FIELDS = {
    "SIP_tailieu": ({**BATCH, "fileCode": "H99.12.2026.01.0000001", "totalDoc": "1"}, DOCUMENT),
    "AIP_tailieu": ({**BATCH, "arcFileCode": "H99.12.2026.01.0000001"}, OF_AN_AIP),
    "SIP": ({**DOSSIER, "fileCode": "H99.12.2026.01.CNTT"}, DOCUMENT),
    "AIP": ({**DOSSIER, "arcFileCode": "H99.12.2026.01.CNTT"}, OF_AN_AIP),
    "DIP": ({"requestID": "YC-1", "requestDate": "01/03/2026", "purpose": "01"}, OF_A_DIP),
}


def steps(*events):
    """A chain of Steps."""
    made, previous = [], "0" * 64
    for seq, event in enumerate(events, start=1):
        step = Step(seq, NOW.isoformat(), "leminhanh", "Lê Minh Anh", "", event, f"đã {event}", '{"a":"Đ"}', previous, "")
        step = Step(**{**step.__dict__, "hash": _hash(step)})
        previous = step.hash
        made.append(step)
    return tuple(made)


def packed(name="05.pdf", data=b"%PDF-1.4 van ban", role="signed", opened=None):
    """A PackedFile."""
    return PackedFile(
        name, f"Quyết định {name}", role, "application/pdf", len(data), sha256(data).hexdigest(), opened or (lambda: BytesIO(data))
    )


WHOLE = Related(2, "H99.12.2026.01.CNTT", "01.CNTT", "Hồ sơ <cả> việc", "01/01/2026", "02/02/2026", 4, 9)
PARTS = (
    Related(1, "H99.12.2026.01-1.CNTT", "01-1.CNTT", "Giai đoạn 1 & khảo sát", "01/01/2026", "", 1, 3),
    Related(2, "H99.12.2026.01-2.CNTT", "01-2.CNTT", "Giai đoạn 2"),
)
#: What a package of the kind says of its division: that of a part, or of a dossier with parts.
DIVISION = {"SIP": {"parts": PARTS}, "AIP": {"whole": WHOLE}, "DIP": {"parts": PARTS}}
PICTURE = {"docCode": "H99.12.2026.01.CNTT.0000001", "maintenance": "01", "typePic": "02"}
FILM = {"docCode": "H99.12.2026.01.CNTT.0000001", "maintenance": "01", "typeMedia": "02", "language": ("01", "02")}


def package(kind="SIP", files=None, fields=None, document=None, **more):
    """A Package of one document. ``kind``: SIP, AIP, DIP, or SIP_tailieu, AIP_tailieu of no dossier. ``document``: fields
    of it; those of a picture or film (PICTURE, FILM) are all it has.
    """
    dossier_fields, document_fields = FIELDS[kind]
    kind, _line, grouping = kind.partition("_")
    one = PackedDocument(
        "H99.12.2026.01.CNTT.0000001",
        document if document and {"typePic", "typeMedia"} & set(document) else {**document_fields, **(document or {})},
        tuple(files if files is not None else [packed()]),
        steps("created", "act.sign"),
    )
    events = (Event("transfer", NOW, "số hóa"), Event("information package creation", NOW, "x", ("uuid-SIP",), ("urn:uuid:1",)))
    return Package(
        kind=kind,
        uuid=new_uuid(),
        created=NOW,
        label="Hồ sơ",
        organisation=Organisation("Sở Khoa học và Công nghệ", "H99.12"),
        software=Software("QLVB", "1.0"),
        fields={**dossier_fields, **(fields or {})},
        documents=(one,),
        history=steps("created", "act.close"),
        events=events if kind == "AIP" else (),
        grouping=grouping or package_fields.DOSSIER,
        **more,
    )


def validators_python():
    """The interpreter in whose environment the validators of others are (``make test`` installs them): Path."""
    return Path(os.environ.get("QLVB_EARK_PYTHON") or Path(__file__).parents[1] / ".venv-eark" / "bin" / "python")


def eark_command():
    """The independent validator as a list of words, or None where it is not installed (``make test`` installs it)."""
    if os.environ.get("QLVB_EARK_VALIDATOR"):
        return shlex.split(os.environ["QLVB_EARK_VALIDATOR"])
    python = validators_python()
    return [str(python), str(Path(__file__).with_name("eark_offline.py"))] if python.exists() else None


def rewritten(source, target, change):
    """A ZIP whose members went through ``change(path, data)`` (None drops one), with sums of its own that fit."""
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for info in before.infolist():
            data = change(info.filename.split("/", 1)[1], before.read(info))
            if data is not None:
                after.writestr(info.filename, data)
    return target
