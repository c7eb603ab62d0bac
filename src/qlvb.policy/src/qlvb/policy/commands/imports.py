"""Import documents of past years from a spreadsheet (.xlsx) or JSON lines (.jsonl), with the numbers they have.

Run it with --check first. Rows that break a rule are refused and named, the others are imported; what was imported
before is known by its key, so the same file can be run again after anything. Status 1 when rows were refused.
"""

import csv
from pathlib import Path
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.policy.commands.zope import opened_site
import sys
from zope.component import getUtility
from zope.i18n import translate


SHOWN = 50


def arguments(parser):
    parser.add_argument("file", metavar="FILE", help="the spreadsheet or JSON lines")
    parser.add_argument("--check", action="store_true", help="dry run: say what would be imported, change nothing")
    parser.add_argument("--template", action="store_true", help="write an empty spreadsheet, with fields of --agency")
    parser.add_argument("--agency", default="", help="id of the agency of rows that name none")
    parser.add_argument("--by", default="system", help="account in whose name the journal says it (default: system)")
    parser.add_argument("--files", help="directory of the files (default: FILE without its ending)")
    parser.add_argument("--report", help="write every refused row to this CSV file")
    parser.add_argument("--batch", type=int, default=200, help="rows per transaction (default: 200)")
    parser.add_argument("--quiet", action="store_true", help="no progress bar")


def run(options):
    path = Path(options.file)
    with opened_site(options.site):
        from qlvb.workflows.importing import sheets

        if options.template:
            from qlvb.workflows.importing.rules import own_labels

            sheets.write_template(path, own_labels(options.agency))
            print(f"{path} written.")
            return 0
        try:
            return _import(options, path)
        except Refused as refused:
            print(*(said(violation.message) for violation in refused.violations), sep="\n", file=sys.stderr)
            return 1


def _import(options, path):
    from qlvb.workflows.importing.importer import Importer
    from qlvb.workflows.importing.sheets import read
    from tqdm import tqdm

    if options.by != "system" and not getUtility(IDirectory).person(options.by).active:
        print(f"There is no account {options.by}.", file=sys.stderr)
        return 1
    folder = Path(options.files) if options.files else path.with_suffix("")
    importer = Importer(
        options.by, options.agency, folder, path.name, only_check=options.check, batch=max(1, options.batch)
    )
    bar = tqdm(unit=" rows", disable=options.quiet or not sys.stderr.isatty())

    def progress(outcome):
        bar.update(outcome.read - bar.n)
        bar.set_postfix(imported=outcome.imported, refused=outcome.refused, refresh=False)

    with bar:
        outcome = importer.run(read(path), progress)
    tell(outcome, options)
    return 1 if outcome.refused else 0


def tell(outcome, options):
    """Print what became of the rows, and write the report."""
    for problem in outcome.problems[:SHOWN]:
        print(line(problem))
    if len(outcome.problems) > SHOWN:
        print(f"… và {len(outcome.problems) - SHOWN} lỗi khác (--report ghi đủ).")
    word = "có thể nhập" if options.check else "đã nhập"
    print(f"{outcome.read} dòng: {outcome.imported} {word}, {outcome.known} đã có, {outcome.refused} bị từ chối.")
    if options.report:
        with open(options.report, "w", newline="", encoding="utf-8-sig") as file:
            writer = csv.writer(file)
            writer.writerow(["Trang tính", "Dòng", "Cột", "Lỗi", "Căn cứ"])
            for problem in outcome.problems:
                row, violation = problem.row, problem.violation
                writer.writerow([row.sheet, row.line, said(problem.column), said(violation.message), violation.rule])


def line(problem):
    """A problem in one line: sheet, row, column, what is wrong, by which rule."""
    row, violation = problem.row, problem.violation
    place = f"{row.sheet}, dòng {row.line}" if row.sheet else f"Dòng {row.line}"
    column = f", cột “{said(problem.column)}”" if problem.column else ""
    rule = f" ({violation.rule})" if violation.rule else ""
    return f"{place}{column}: {said(violation.message)}{rule}"


def said(message):
    """str of a message id in Vietnamese, the language of the files."""
    return translate(message, target_language="vi")
