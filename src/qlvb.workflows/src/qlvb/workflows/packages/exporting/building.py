"""The export of a dossier: a ZIP with its PDF, its XML and the schema of that XML."""

from hashlib import sha256
import os
from plone import api
from qlvb.content.files.interfaces import ILeaving
from qlvb.content.files.leaving import CODE
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.packages.codes import safe_name
from qlvb.content.packages.interfaces import Finding
from qlvb.content.packages.room import said_plainly
from qlvb.content.packages.room import sweep
from qlvb.content.packages.room import unfinished
from qlvb.workflows.packages.contents import chronological
from qlvb.workflows.packages.contents import versions_of
from qlvb.workflows.packages.describing import dossier_code
from qlvb.workflows.packages.exporting import parts as exporting
from qlvb.workflows.packages.exporting import pdf
from qlvb.workflows.packages.exporting import xml
from qlvb.workflows.packages.interfaces import BuiltPackage
import tempfile
import zipfile
from zope.component import getUtility


CHUNK = 1 << 20


def build_export(dossier, directory, progress=None):
    """Write ``<directory>/<code of the dossier>.zip``; BuiltPackage.

    :raises PackageBroken: a file is not what was stored; NoRoom: disk full.
    """
    filed, parts = chronological(dossier), exporting.exported_parts(dossier)
    name = safe_name(dossier_code(dossier, getUtility(IDirectory).agency_of(dossier)))
    with said_plainly(directory):
        directory.mkdir(parents=True, exist_ok=True)
        sweep(directory)
        with unfinished(directory, 0) as part, tempfile.TemporaryDirectory(dir=directory, prefix=".pdf-") as work:
            with zipfile.ZipFile(part, "w", allowZip64=True) as archive:
                merged = pdf.merge(dossier, filed, parts, work, progress)
                archive.write(merged, f"{name}.pdf")
                with archive.open(f"{name}.xml", "w") as stream:
                    xml.write(stream, dossier, filed, parts)
                archive.writestr("dossier-export.xsd", xml.schema())
            part.flush()
            digest = _digest(part.name)
            os.fsync(part.fileno())
            final = directory / f"{name}.zip"
            os.replace(part.name, final)
    told = [*filed, *(one for part in parts for one in part.filed)]
    left_out = (*exporting.left_out_findings(parts), *_left_out(told))
    return BuiltPackage(final, digest, final.stat().st_size, left_out, api.content.get_uuid(dossier))


def _left_out(filed):
    """Findings that name what the export has no pages of, because it must not leave."""
    for one in filed:
        for _role, _title, version in versions_of(one.document):
            if (obstacle := ILeaving(version).obstacle) and obstacle.code == CODE:
                yield Finding(CODE, version.filename, version.virus_check.virus, "warning")


def _digest(path):
    digest = sha256()
    with open(path, "rb") as stream:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
