"""``@@reorganise``: what is planned, the first step of the wizard; the second is the dry run."""

from plone import api
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.reorganisation.interfaces import KINDS
from qlvb.content.reorganisation.interfaces import RENAME_AGENCY
from qlvb.content.reorganisation.interfaces import RENAME_UNIT
from qlvb.content.reorganisation.interfaces import REVERSIBLE
from qlvb.content.reorganisation.interfaces import SPLIT
from qlvb.content.reorganisation.interfaces import IReorganisations
from qlvb.content.reorganisation.reading import change_json
from qlvb.content.reorganisation.rules import MOST_SUCCESSORS
from qlvb.content.violations import Refused
from qlvb.workflows.reorganisation import acts
from qlvb.workflows.reorganisation.wording import KIND_TITLES
from uuid import uuid4
from zExceptions import NotFound
from zope.component import getUtility


class Planning(PostedForm):
    """A new plan of ``agency`` and ``kind``, or the one with the number ``plan`` while it is not confirmed."""

    def __call__(self):
        if self.plan is not None and self.plan.state not in REVERSIBLE:
            return self.request.response.redirect(self._address(self.plan))
        if self.kind not in KINDS or self.agency is None:
            return self.request.response.redirect(f"{self.context.absolute_url()}/@@reorganisations")
        return super().__call__()

    @property
    def plan(self):
        number = self.value("plan")
        if not number:
            return None
        try:
            return getUtility(IReorganisations).get(
                int(number) if number.isascii() and number.isdigit() and len(number) < 10 else None
            )
        except Refused as unknown:
            raise NotFound(number) from unknown

    @property
    def kind(self):
        return self.plan.change.kind if self.plan is not None else self.value("kind")

    @property
    def agency(self):
        """AgencyInfo, or None."""
        agency_id = self.plan.change.agency if self.plan is not None else self.value("agency")
        return getUtility(IDirectory).agency(agency_id)

    @property
    def title(self):
        return KIND_TITLES[self.kind]

    @property
    def key(self):
        return self.value("idempotency_key") or uuid4().hex

    @property
    def renames(self):
        return self.kind in (RENAME_AGENCY, RENAME_UNIT)

    @property
    def splits(self):
        return self.kind == SPLIT

    @property
    def one_unit(self):
        return self.kind in (RENAME_UNIT, SPLIT)

    @property
    def _planned(self):
        """dict: what the plan says, before the form was sent."""
        return change_json(self.plan.change) if self.plan is not None else {}

    @property
    def _sent(self):
        return self.request.method == "POST"

    def text(self, name):
        """What stands in a plain field."""
        return self.value(name) if self._sent else self._planned.get(name) or ""

    def _chosen_units(self):
        given = self.request.form.get("units", [])
        given = [given] if isinstance(given, str) else given
        sent = self._sent or not self.plan
        return [one for one in given if isinstance(one, str) and one] if sent else self._planned["units"]

    def units(self):
        """Departments that exist: list of dict id, title, chosen."""
        if self.kind == RENAME_AGENCY:
            return []
        chosen = self._chosen_units()
        return [
            {"id": unit.id, "title": unit.title, "chosen": unit.id in chosen}
            for unit in getUtility(IDirectory).departments(self.agency.id)
        ]

    def successors(self):
        """Rows: list of dict number (from 1), id, title, symbol, options."""
        planned = self._planned.get("successors", [])
        rows = []
        for place in range(self._rows()):
            known = planned[place] if not self._sent and place < len(planned) else {}
            row = {
                name: self.value(f"successor-{place}-{name}") or known.get(name) or ""
                for name in ("id", "title", "symbol")
            }
            options = [
                {"id": unit.id, "title": unit.title, "chosen": unit.id == row["id"]}
                for unit in getUtility(IDirectory).departments(self.agency.id)
            ]
            rows.append({**row, "place": place, "number": place + 1, "options": options})
        return rows

    def _rows(self):
        if not self.splits:
            return 1
        given = self.value("rows")
        number = int(given) if given.isascii() and given.isdigit() and len(given) < 3 else 2
        number += bool(self.value("more"))
        return min(max(number, len(self._planned.get("successors", ())), 2), MOST_SUCCESSORS)

    def posts(self):
        """Of a split, once the department is chosen: list of dict id, title, holder, options."""
        units = self._chosen_units() if self.splits else []
        if not units:
            return []
        directory, planned = getUtility(IDirectory), self._planned.get("posts", {})
        section = directory.agency_object(self.agency.id)["posts"]
        found = sorted(
            (post for post in section.objectValues() if post.department in units), key=lambda post: post.rank
        )
        return [
            {
                "id": post.getId(),
                "title": post.title,
                "holder": directory.person(post.holder).fullname if post.holder else "",
                "options": [
                    {
                        "value": row["place"],
                        "number": row["number"],
                        "chosen": row["place"] == self._place(post, planned),
                    }
                    for row in self.successors()
                ],
            }
            for post in found
        ]

    def _place(self, post, planned):
        given = self.value(f"post-{post.getId()}")
        return int(given) if given.isascii() and given.isdigit() and len(given) < 3 else planned.get(post.getId(), 0)

    def save(self):
        if self.value("more") or self.value("show"):
            return None
        posts = {post["id"]: next(o["value"] for o in post["options"] if o["chosen"]) for post in self.posts()}
        values = {
            "agency": self.agency.id,
            "kind": self.kind,
            "units": self._chosen_units(),
            "successors": [{name: row[name] for name in ("id", "title", "symbol")} for row in self.successors()],
            "posts": posts,
            **{name: self.value(name) for name in ("decision", "decision_date", "effective")},
        }
        by = api.user.get_current().getId()
        if self.plan is None:
            return self._address(acts.draft(values, by, self.value("idempotency_key")))
        return self._address(acts.change(self.plan.id, values, by))

    def _address(self, plan):
        return f"{self.context.absolute_url()}/@@reorganisation?plan={plan.id}"
