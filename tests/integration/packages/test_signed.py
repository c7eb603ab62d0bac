"""A document signed and sealed by the acts keeps its signatures through SIP and ingest, and PREMIS tells of them."""

from independent import pyhanko_says
from lxml import etree
from outgoing_fixtures import cast  # noqa: F401
from outgoing_fixtures import clock  # noqa: F401
from outgoing_fixtures import draft  # noqa: F401
from outgoing_fixtures import key_directory  # noqa: F401
from outgoing_fixtures import keys  # noqa: F401
from outgoing_fixtures import one_writer  # noqa: F401
from outgoing_fixtures import person  # noqa: F401
from outgoing_fixtures import registers  # noqa: F401
from outgoing_fixtures import sent  # noqa: F401
from outgoing_story import DAY
from outgoing_story import take_to
from packaged import ARCHIVIST
from packaged import make_dossier
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.packages.archive import PackageArchive
from qlvb.content.packages.reading import read
from qlvb.workflows.packages.interfaces import IDossierPackages


def test_signatures_and_bytes_are_untouched(province, login_as, work, draft, cast, sent, keys):  # noqa: F811
    take_to(draft, cast, "issued")
    official = IFileStore(draft).signed().current
    dossier = make_dossier(province, login_as, [lambda: draft], ended=DAY)
    with login_as(ARCHIVIST):
        entry = IDossierPackages(dossier).ask("AIP", ARCHIVIST)
    work()
    packages = IDossierPackages(dossier)
    assert packages.state(entry) == "done", packages.job(entry).error
    with PackageArchive(packages.path(entry)) as archive:
        found = read(archive).documents[0].files[0]
        data = archive.read(found[0])
        premis = etree.fromstring(archive.read("representations/rep1/metadata/preservation/PREMIS_rep1.xml"))
    assert data == official.data()
    statuses = pyhanko_says(data, keys / "ca" / "trust.pem")
    assert len(statuses) == 2
    assert all(one.bottom_line for one in statuses)
    space = {"p": "http://www.loc.gov/premis/v3"}
    signed = premis.xpath("//p:object[p:signatureInformation]", namespaces=space)
    assert len(signed) == 2  # the decision, and its annex, which the agency signs
    assert len(signed[0].xpath("p:signatureInformation/p:signature/p:signatureValue", namespaces=space)) == 2
    assert "Nguyễn Thị Thu Hà" in signed[0].xpath("p:signatureInformation/p:signature/p:signer/text()", namespaces=space)
