"""Writing XML a piece at a time, and reading it without trusting it."""

from contextlib import contextmanager
from hashlib import sha256
from importlib.resources import files
from lxml import etree
from uuid import uuid4


METS = "http://www.loc.gov/METS/"
XLINK = "http://www.w3.org/1999/xlink"
CSIP = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
PREMIS = "http://www.loc.gov/premis/v3"
EAD = "urn:qlvb:tt05-2025:ead"
EAD_DOC = "urn:qlvb:tt05-2025:ead_doc"
EAD_PIC = "urn:qlvb:tt05-2025:ead_pic"
EAD_MEDIA = "urn:qlvb:tt05-2025:ead_media"
PROCESS = "urn:qlvb:tt05-2025:process"
ADDITIONAL = "urn:qlvb:additional"
PARTS = "urn:qlvb:parts"

#: Where each schema lies in a package: file in ``schemas/`` -> file of ours, None for those made from the field lists.
STANDARD_SCHEMAS = {
    "METS.xsd": "mets.xsd",
    "xlink.xsd": "xlink.xsd",
    "DILCISExtensionMETS.xsd": "DILCISExtensionMETS.xsd",
    "premis-v3-0.xsd": "premis-v3-0.xsd",
    "process.xsd": "process.xsd",
    "additional.xsd": "additional.xsd",
    "parts.xsd": "parts.xsd",
}
#: Most bytes of one XML file that is read.
MOST = 64 << 20


def standard_schema(name):
    """bytes of a schema of the standards (or of the process file), which finds its neighbour beside it: METS names that
    of xlink by its address on the web.
    """
    data = files(__package__).joinpath("data", "schemas", name).read_bytes()
    return data.replace(b"http://www.loc.gov/standards/xlink/xlink.xsd", b"xlink.xsd")


def stamp(moment):
    """``YYYY-MM-DDThh:mm:ss.s+07:00`` of an aware datetime (TT 05/2025)."""
    offset = moment.strftime("%z") or "+0700"
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 100000}{offset[:3]}:{offset[3:5]}"


def new_uuid():
    """An upper-case UUID."""
    return str(uuid4()).upper()


def new_id():
    """Id of an element."""
    return f"uuid-{new_uuid()}"


def new_file_id():
    """Id of a ``file`` element."""
    return f"ID-{new_uuid()}"


class Counting:
    """A binary stream that is written through to another, counted and hashed."""

    def __init__(self, target):
        self.target = target
        self.size = 0
        self._digest = sha256()

    def write(self, data):
        self._digest.update(data)
        self.size += len(data)
        return self.target.write(data)

    def flush(self):
        """Nothing is held back here."""

    @property
    def sha256(self):
        """hex, lower case."""
        return self._digest.hexdigest()


@contextmanager
def writing(target):
    """``with writing(stream) as xml``: lxml's incremental writer, with its declaration."""
    with etree.xmlfile(target, encoding="UTF-8") as xml:
        xml.write_declaration()
        yield xml


def parser(**options):
    """A parser that fetches nothing and unfolds no entity."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, **options)


class Refusing(etree.Resolver):
    """Answers every look-up by the last part of its address from the schemas we keep, and everything else with
    nothing.
    """

    def resolve(self, url, public_id, context):
        name = url.rsplit("/", 1)[-1]
        known = {**STANDARD_SCHEMAS, **{own: own for own in STANDARD_SCHEMAS.values()}}
        if name in known:
            return self.resolve_string(standard_schema(known[name]), context)
        return self.resolve_empty(context)


def schema_of(data):
    """etree.XMLSchema of the bytes of a schema; what it imports comes from our own files. :raises lxml's errors."""
    own = parser()
    own.resolvers.add(Refusing())
    return etree.XMLSchema(etree.fromstring(data, own))
