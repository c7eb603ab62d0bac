"""What stands in a page where words were found."""

from hypothesis import given
from hypothesis import strategies
from lxml import html
from qlvb.policy.finding.marks import marked


@given(strategies.lists(strategies.tuples(strategies.text("<>&\"'ab/ script=", max_size=12), strategies.booleans())))
def test_text_is_shown_as_it_is_written(parts):
    page = html.fromstring(f"<div>{marked(parts)}</div>")
    assert page.text_content() == "".join(text for text, _found in parts)
    assert {element.tag for element in page.iterdescendants()} <= {"mark"}
