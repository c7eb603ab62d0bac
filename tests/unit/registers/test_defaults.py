"""The registers of a year."""

from qlvb.content.registers.defaults import YEARLY


def test_ids_and_titles_carry_the_year():
    kinds = {kind.id_for(2026): kind.fields(2026) for kind in YEARLY}
    assert len(kinds) == len(YEARLY)
    assert kinds["cong-van-di-2026"]["title"] == "Công văn đi 2026"
    assert kinds["van-ban-den-2026"]["title"] == "Sổ văn bản đến 2026"
    assert all(fields["year"] == 2026 for fields in kinds.values())


def test_each_direction_and_series_has_one_default():
    for direction in ("incoming", "outgoing"):
        for series in ("administrative", "secret"):
            defaults = [
                kind
                for kind in YEARLY
                if (kind.direction, kind.series) == (direction, series) and not kind.document_types
            ]
            assert len(defaults) == 1, (direction, series)


def test_no_type_belongs_to_two_registers():
    claimed = [token for kind in YEARLY for token in kind.document_types]
    assert len(claimed) == len(set(claimed))
