"""What an open dossier waits for, from the states of its drafts and notes (product/workflows 3.9: Chờ trình, Đã trình)."""

import pytest
from qlvb.workflows.transfer.standing import presentation


@pytest.mark.parametrize(
    ("states", "found"),
    [
        ([], ("", 0)),
        (["issued", "approved", "cancelled"], ("", 0)),
        (["draft"], ("to_present", 1)),
        (["returned", "draft", "issued"], ("to_present", 2)),
        (["draft", "to_sign"], ("presented", 1)),
        (["in_review", "appraisal", "consulting", "to_decide", "in_progress"], ("presented", 5)),
    ],
)
def test_what_was_presented_counts_before_what_is_to_be(states, found):
    assert presentation(states) == found
