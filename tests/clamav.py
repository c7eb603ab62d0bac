"""A ClamAV daemon of one's own: the real program, with a database that knows the test string of EICAR alone."""

from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
import socket
import subprocess
import time
import zipfile


#: In two parts, so that no scanner takes this file for the real one.
EICAR = (r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").encode()
VIRUS = "Sonhai.Eicar-Test.UNOFFICIAL"


def infected():
    """bytes of a ZIP that holds the test string."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ghi-chu.txt", EICAR)
    return made.getvalue()


def make_database(directory):
    """Write the database into ``directory`` (a Path); returns it."""
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "sonhai.ndb").write_text(f"Sonhai.Eicar-Test:0:*:{EICAR.hex()}\n")
    return directory


def says(folder, directory):
    """What clamscan, a program of its own, says of all files in a folder: name of the virus, "" for none."""
    command = ["clamscan", "--no-summary", "--infected", "--recursive", "--database", make_database(directory), folder]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr or done.stdout)
    return done.stdout.rpartition(": ")[2].split()[0] if done.returncode else ""


@contextmanager
def running(directory, stream_megabytes=5):
    """A clamd that takes streams up to ``stream_megabytes``; gives the Path of its socket once it answers."""
    directory = Path(directory)
    where, config = directory / "clamd.ctl", directory / "clamd.conf"
    lines = (
        f"LocalSocket {where}",
        f"DatabaseDirectory {make_database(directory / 'database')}",
        f"TemporaryDirectory {directory}",
        f"LogFile {directory / 'clamd.log'}",
        f"StreamMaxLength {stream_megabytes}M",
        "AlertExceedsMax yes",
        "Foreground yes",
    )
    config.write_text("\n".join(lines) + "\n")
    daemon = subprocess.Popen(["clamd", "--config-file", config], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _await(where, daemon, directory / "clamd.log")
        yield where
    finally:
        daemon.terminate()
        daemon.wait(20)


def _await(where, daemon, log):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if daemon.poll() is not None:
            break
        with socket.socket(socket.AF_UNIX) as client:
            try:
                client.connect(str(where))
                client.sendall(b"nPING\n")
                if client.recv(16) == b"PONG\n":
                    return
            except OSError:
                time.sleep(0.05)
    raise RuntimeError(f"clamd does not answer: {log.read_text() if log.exists() else 'no log'}")
