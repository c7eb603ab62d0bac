"""Service ``@route``: quá trình giải quyết of an outgoing document."""
