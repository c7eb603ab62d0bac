"""Figures of the archive by how long dossiers are kept."""

from archive_fixtures import make_dossiers
from plone.dexterity.utils import createContentInContainer
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.policy.archive.figures import lines_of
from qlvb.policy.archive.figures import total_of
from urllib.parse import parse_qsl
from urllib.parse import urlsplit
from zope.component import getUtility
from zope.i18n import translate


PERIODS = (("permanent", None), ("years", 20), ("years_after_event", 10))


def test_by_period(province, login_as):
    made = make_dossiers(province, 2)
    for number, (kind, years) in enumerate(PERIODS, 1):
        createContentInContainer(
            made[0].aq_parent, "Dossier", checkConstraints=False, id=f"khac-{number}", code=f"9{number}.KT", title="Khác",
            year=2032, holder="leminhanh", retention_kind=kind, retention_years=years,
        )
    with login_as("hoangvanluu"):
        lines = lines_of("skhcn", {"year": "2032"})["period"]
        said = [(line.value, translate(line.title, target_language="vi"), line.count) for line in lines]
        assert said == [
            ("permanent", "Vĩnh viễn", 1),
            ("years_after_event:10", "10 năm sau sự kiện", 1),
            ("years:20", "20 năm", 1),
            ("years:10", "10 năm", 2),
        ]
        for line in lines:
            filters = dict(parse_qsl(urlsplit(line.url).query))
            box = filters.pop("box")
            assert getUtility(IListing).count(Question(box=box, filters=filters)) == line.count
            assert total_of("skhcn", {"year": "2032", "period": line.value}) == line.count
