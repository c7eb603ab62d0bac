"""Fill the site with the generated province, and make the plain site ``plain`` beside it."""

from benchmarks.data.organisation import fill
from benchmarks.data.province import make_province
from Products.CMFPlone.factory import addPloneSite
from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import start_zope
import sys
import transaction


PASSWORD = "SonHai@2026"


def main(people):
    start_zope()
    with application() as app:
        if "plain" not in app.objectIds():
            site = addPloneSite(app, "plain", title="Plain", distribution_name="classic", setup_content=False)
            site.acl_users.userFolderAddUser("plain", PASSWORD, ["Manager", "Member"], [])
            transaction.commit()
    with application("qlvb") as app:
        fill(app["qlvb"], make_province(), people)


if __name__ == "__main__":
    main(int(sys.argv[1]))
