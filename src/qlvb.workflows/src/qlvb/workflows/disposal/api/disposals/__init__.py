"""``@disposals`` of an agency, ``@disposal`` and ``@certificate`` of one."""
