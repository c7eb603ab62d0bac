"""A small server that stands for the one-stop system: it takes events, and gives the files of dossiers."""

from province_system import ProvinceSystem


class OneStopSystem(ProvinceSystem):
    """``files``: path -> bytes that it gives to whoever asks, or the status with which it refuses."""

    def __init__(self):
        super().__init__()
        self.files = {}

    @property
    def address(self):
        return f"{self.host}/onestop"

    @property
    def host(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    @property
    def events(self):
        """Bodies of the events that came: list of dict."""
        return [one["body"] for one in self.requests if one["path"] == "/onestop/events"]

    def answer(self, handler, body):
        path = handler.path.partition("?")[0]
        if path not in self.files:
            return super().answer(handler, body)
        self.requests.append({"method": handler.command, "path": handler.path, "headers": dict(handler.headers), "body": None})
        found = self.files[path]
        if isinstance(found, int):
            return self.send(handler, found, {})
        return self.raw(handler, 200, found)
