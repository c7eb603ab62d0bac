"""When a notice leaves the house."""


def send_later(userid, desk, notice, kind):
    """Ask for the notice to be sent by the person's channels, at his times."""
