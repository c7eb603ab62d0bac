"""A process that gets the UIDs of live.looking as a line, goes on with the pass that was cut off, and says what became of
it as JSON.

python -m live.looked SITE
"""

import json
from live.looking import report
from live.looking import say
from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import start_zope
import sys
import transaction


def main(site):
    start_zope()
    with application(site) as app:
        uids = json.loads(sys.stdin.readline())
        transaction.begin()
        say(report(app[site], uids))


if __name__ == "__main__":
    main(*sys.argv[1:])
