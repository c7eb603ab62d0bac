"""Just enough of the compound file format to tell what an old office file is (MS-CFB; pure functions)."""

import struct


MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # from here on: no sector
_NONE = 0xFFFFFFFF
#: Office's own directories are a few sectors long; a longer chain is damage or an attack.
_MAX_SECTORS = 4096
_NAMES = (("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"), ("PowerPoint Document", "ppt"))
_MACROS = {"Macros", "_VBA_PROJECT_CUR", "VBA"}


class BrokenCompoundFile(ValueError):
    """The file starts like a compound file and cannot be read as one."""


def top_names(stream):
    """Names at the top level of the compound file: set of str.

    :raises BrokenCompoundFile: the structure does not hold.
    """
    try:
        entries = _directory(stream)
        return _siblings(entries, entries[0][1])
    except (struct.error, IndexError) as error:
        raise BrokenCompoundFile(str(error)) from error


def office_kind(names):
    """``doc``, ``xls``, ``ppt`` or None."""
    return next((kind for name, kind in _NAMES if name in names), None)


def is_encrypted(names):
    """bool: a password-protected docx, xlsx or pptx is a compound file around the encrypted package."""
    return "EncryptedPackage" in names


def has_macros(names):
    """bool: a compound file with these names carries macros."""
    return bool(_MACROS & names)


def _directory(stream):
    stream.seek(0)
    header = stream.read(512)
    size = 1 << struct.unpack_from("<H", header, 30)[0]
    if size not in (512, 4096):
        raise BrokenCompoundFile("sector size")
    first = struct.unpack_from("<I", header, 48)[0]
    fat_sectors = [sector for sector in struct.unpack_from("<109I", header, 76) if sector < _END]
    data = b"".join(_sector(stream, number, size) for number in _chain(stream, first, fat_sectors, size))
    return [_entry(data, offset) for offset in range(0, len(data), 128)]


def _sector(stream, number, size):
    stream.seek((number + 1) * size)
    data = stream.read(size)
    if len(data) < size:
        raise BrokenCompoundFile("cut off")
    return data


def _chain(stream, first, fat_sectors, size):
    per_sector = size // 4
    seen = []
    current = first
    while current < _END:
        if len(seen) > _MAX_SECTORS:
            raise BrokenCompoundFile("endless directory")
        seen.append(current)
        table = _sector(stream, fat_sectors[current // per_sector], size)
        current = struct.unpack_from("<I", table, 4 * (current % per_sector))[0]
    return seen


def _entry(data, offset):
    """(name, child, left, right)"""
    length = struct.unpack_from("<H", data, offset + 64)[0]
    name = data[offset : offset + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    left, right, child = struct.unpack_from("<III", data, offset + 68)
    return name, child, left, right


def _siblings(entries, start):
    names, seen, waiting = set(), set(), [start]
    while waiting:
        index = waiting.pop()
        if index == _NONE or index in seen:
            continue
        seen.add(index)
        name, _child, left, right = entries[index]
        names.add(name)
        waiting += [left, right]
    return names
