"""What stands beside every list: save it as a tile, choose its columns, export it."""

import json
from Products.Five import BrowserView
from qlvb.content.desks.choices import ALWAYS
from qlvb.content.desks.choices import chosen_columns
from qlvb.content.desks.interfaces import EVERYWHERE
from qlvb.content.desks.units import units_of
from qlvb.content.index.columns import COLUMNS
from qlvb.policy.shell.icons import icon


#: Columns that no list of records offers: where a row stands is counted anew in every list.
_SHOWN_ALWAYS = (ALWAYS,)


class ListTools(BrowserView):
    """``page`` is the ListPage that draws the tools."""

    page = None

    def __call__(self, page):
        self.page = page
        return self.index()

    def icon(self, name):
        return icon(name)

    @property
    def here(self):
        """Address to come back to."""
        return self.page.url(b_start=self.request.form.get("b_start"))

    @property
    def question(self):
        return self.page.question

    @property
    def where(self):
        """What a saved search calls the list."""
        return self.question.box or EVERYWHERE

    @property
    def own_filters(self):
        """The filters without those that narrow every list of the person."""
        scope = self.page.shell.scope if self.question.box else {}
        return {name: value for name, value in self.question.filters.items() if scope.get(name) != value}

    @property
    def filters_json(self):
        return json.dumps(self.own_filters, sort_keys=True)

    @property
    def may_save(self):
        """bool: there is something worth a name."""
        return self.page.can_be_saved and self.page.shell.check_permission("qlvb: Save searches", self.context)

    @property
    def may_export(self):
        return bool(self.page.page.total) and self.page.shell.check_permission("qlvb: Export lists", self.context)

    @property
    def name(self):
        """A name to begin with: str."""
        return self.page.name_of_list[:80]

    @property
    def units(self):
        """Units for which the person may keep searches."""
        return [unit for unit in units_of(self.page.shell.userid) if unit.may_share]

    @property
    def columns(self):
        """All columns, those of the list first and in its order: list of dict id, title, chosen, fixed."""
        chosen = list(self.page.column_ids)
        ids = [*chosen, *(name for name in COLUMNS if name not in chosen)]
        return [
            {"id": name, "title": COLUMNS[name].title, "chosen": name in chosen, "fixed": name in _SHOWN_ALWAYS}
            for name in ids
        ]

    @property
    def own_columns(self):
        """bool: the person has chosen columns for this list."""
        return bool(chosen_columns(self.page.shell.userid, self.page.list_id, ()))

    @property
    def exported(self):
        """Hidden fields of the export's form: list of (name, value)."""
        pairs = [("list", self.where), ("list_id", self.page.list_id)]
        if self.question.sort or self.page.default_sort:
            pairs.append(("sort_on", self.question.sort or self.page.default_sort))
        for name, value in self.question.filters.items():
            pairs += [(name, one) for one in (value if isinstance(value, (list, tuple)) else [value])]
        return [*pairs, *(("columns", name) for name in self.page.column_ids)]
