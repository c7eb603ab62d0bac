"""Lines that name a mail server, and such that name none."""

import pytest
from qlvb.workflows.mailbox.allowed import read_server
from qlvb.workflows.mailbox.allowed import server_of


@pytest.mark.parametrize(
    "line, server",
    [
        ("imap.sonhai.example:993", "imap.sonhai.example:993"),
        ("  IMAP.SonHai.example.:0993 ", "imap.sonhai.example:993"),
        ("10.0.0.5:143", "10.0.0.5:143"),
        ("[2001:db8::1]:993", "2001:db8::1:993"),
        ("localhost:143", "localhost:143"),
        ("imap.sonhai.example", None),
        ("imap.sonhai.example:", None),
        (":993", None),
        ("imap.sonhai.example:0", None),
        ("imap.sonhai.example:65536", None),
        ("imap.sonhai.example:99é", None),
        ("*.sonhai.example:993", None),
        ("imap.sonhai.example/x:993", None),
        ("user@imap.sonhai.example:993", None),
        ("-a.example:993", None),
        ("a" * 64 + ".example:993", None),
        ("", None),
    ],
)
def test_lines(line, server):
    assert read_server(line) == server


def test_a_mailbox_is_compared_as_the_list_is_written():
    assert server_of(" IMAP.sonhai.example. ", 993) == read_server("imap.sonhai.example:993")
    assert server_of("2001:db8::1", 993) == read_server("[2001:db8::1]:993")
