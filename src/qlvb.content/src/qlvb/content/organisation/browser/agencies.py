"""Screen: all agencies of the site as a tree."""

from Products.Five.browser import BrowserView
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.level1_codes import level1_body
from zope.component import getUtility


class Agencies(BrowserView):
    """Cây cơ quan và mã định danh."""

    shell_section = "administration"

    def rows(self):
        """list of dict, parents before children, with their depth."""
        directory = getUtility(IDirectory)
        depth, found = {}, []
        for info in directory.agencies():
            depth[info.id] = depth.get(info.parent, -1) + 1
            heads = [directory.person(userid).fullname for userid in directory.holders(info.id, "leader")[:1]]
            found.append(
                {
                    "info": info,
                    "depth": depth[info.id],
                    "url": f"{self.context.absolute_url()}/{info.id}",
                    "head": heads[0] if heads else "",
                    "people": len(directory.holders(info.id, "member")),
                    "level1": level1_body(info.identifier),
                }
            )
        return found
