"""What ISO 19005-2, 6.2.8.3 asks of pictures in JPEG 2000, read from their boxes (ISO/IEC 15444-1 Annex I; pure)."""

JPX = "/JPXDecode"
_SIGNATURE = b"\x00\x00\x00\x0cjP  "
_CODESTREAM = b"\xff\x4f\xff\x51"
#: Numbers of colour channels; ways of naming a colour space; the one that is not allowed (CIEJab).
CHANNELS, METHODS, CIE_JAB = (1, 3, 4), (1, 2, 3), 19
_SUPER = (b"jp2h",)
_DIFFERENT = 255  # of a bit depth: each channel has its own
MOST_BITS = 38


def faults_of_picture(data):
    """What is wrong with the bytes of a picture: list of str, in no particular language; [] for what is none."""
    if data.startswith(_CODESTREAM):
        return _of_depths(_depths_of_codestream(data)) + _of_channels(int.from_bytes(data[40:42], "big"))
    if not data.startswith(_SIGNATURE):
        return []
    boxes = list(_boxes(data))
    header = next((body for kind, body in boxes if kind == b"ihdr"), b"")
    if len(header) < 11:
        return ["ihdr"]
    depths = [header[10]]
    if header[10] == _DIFFERENT:
        depths = list(next((body for kind, body in boxes if kind == b"bpcc"), b""))
    return [
        *_of_depths([(depth & 0x7F) + 1 for depth in depths]),
        *_of_channels(_colour_channels(boxes, int.from_bytes(header[8:10], "big"))),
        *_of_spaces([body for kind, body in boxes if kind == b"colr"]),
    ]


def _boxes(data):
    """(kind, body) of every box, those in the header of the picture too; the pixels are not gone into."""
    at = 0
    while at + 8 <= len(data):
        size, kind, head = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8], 8
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        end = len(data) if size == 0 else at + size
        if size and size < head:
            return
        if kind in _SUPER:
            yield from _boxes(data[at + head : end])
        elif kind != b"jp2c":
            yield kind, data[at + head : end]
        at = end


def _colour_channels(boxes, components):
    """Channels with colours: those that a definition calls so, else the columns of a palette, else all components."""
    defined = next((body for kind, body in boxes if kind == b"cdef"), b"")
    if defined:
        kinds = [int.from_bytes(defined[at + 2 : at + 4], "big") for at in range(2, len(defined) - 5, 6)]
        return kinds.count(0)
    palette = next((body for kind, body in boxes if kind == b"pclr"), b"")
    return palette[2] if len(palette) > 2 else components


def _depths_of_codestream(data):
    """Bit depths of the components in the SIZ marker."""
    count = int.from_bytes(data[40:42], "big")
    return [(data[42 + 3 * place] & 0x7F) + 1 for place in range(count) if 42 + 3 * place < len(data)]


def _of_depths(depths):
    if any(depth > MOST_BITS for depth in depths) or len(set(depths)) > 1:
        return [f"bit depth {', '.join(map(str, depths))}"]
    return []


def _of_channels(count):
    return [f"channels {count}"] if count not in CHANNELS else []


def _of_spaces(spaces):
    """Specifications of colour: the best of several is marked; each is of a known kind."""
    found = []
    if len(spaces) > 1 and sum(len(one) > 2 and one[2] == 1 for one in spaces) != 1:
        found.append("APPROX")
    chosen = [one for one in spaces if len(one) > 2 and (len(spaces) == 1 or one[2] == 1)]
    for one in chosen:
        if one[0] not in METHODS:
            found.append(f"METH {one[0]}")
        elif one[0] == 1 and int.from_bytes(one[3:7], "big") == CIE_JAB:
            found.append(f"EnumCS {CIE_JAB}")
    return found
