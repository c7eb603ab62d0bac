"""A dossier as one PDF and one XML, in the order of time (NĐ 30/2020 Phụ lục VI, VI-4g)."""
