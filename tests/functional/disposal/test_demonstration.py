"""What the demonstration shows of holds and disposal."""

from plone import api
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.holds.interfaces import IHoldContents
from qlvb.policy.demo.disposals import create_disposals


def test_a_case_and_a_council(functional_province):
    for _twice in range(2):
        create_disposals(functional_province)
    (hold,) = functional_province["skhcn"]["holds"].objectValues()
    (disposal,) = functional_province["skhcn"]["disposals"].objectValues()
    assert len(IHoldContents(hold).bound()) == 1
    assert api.content.get_state(disposal) == "council" and len(ISheet(disposal).items()) == 2
