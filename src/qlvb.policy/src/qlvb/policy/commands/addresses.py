"""What comes before Zope: an address that is no text is answered, where Zope would break on it (500)."""

from http import HTTPStatus


SAID = (
    "Địa chỉ không đọc được: phần sau tên máy chủ phải là UTF-8.\n"
    "The address cannot be read: its path has to be UTF-8.\n"
)


class ReadableAddresses:
    """WSGI middleware: 400 for a path that is not UTF-8 (RFC 3986, 2.5), everything else goes to ``application``."""

    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response):
        try:
            environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8")
        except UnicodeError:
            body = SAID.encode()
            status = f"{HTTPStatus.BAD_REQUEST.value} {HTTPStatus.BAD_REQUEST.phrase}"
            headers = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body)))]
            start_response(status, headers)
            return [body]
        return self.application(environ, start_response)
