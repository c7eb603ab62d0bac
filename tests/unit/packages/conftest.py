"""A directory for packages, and the independent validator."""

from packed import eark_command
import pytest
import subprocess


@pytest.fixture
def eark():
    """``eark(path)``: list of (rule, message) of errors that the independent validator finds."""
    import json

    command = eark_command()
    if command is None:
        pytest.fail("eark-validator is not installed: `make .venv-eark/.installed`")

    def judged(path):
        done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)
        report = json.loads(done.stdout.strip().splitlines()[-1])
        messages = [*report["structure"]["messages"]]
        for part in ("schema_results", "schematron_results"):
            messages += report["metadata"][part]["messages"]
        return [(one["rule_id"], one["message"]) for one in messages if one["severity"] == "Error"]

    return judged
