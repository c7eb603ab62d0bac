"""The two forms of a transfer (NĐ 30/2020 Phụ lục V), and their keeping and signing."""
