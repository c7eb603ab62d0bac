"""Who drafts, looks over and signs for each agency, and what recipients are asked for."""

SKHCN = {"drafter": "leminhanh", "reviewer": "phamquochuy", "signatory": "nguyenthithuha"}
SKHCN_DEPUTY = {"drafter": "leminhanh", "reviewer": "phamquochuy", "signatory": "buitrungkien"}
SNV = {"drafter": "vuhaiyen", "signatory": "tranduclong"}
UBND = {"drafter": "lethikimngan", "signatory": "dangvanphuc"}
PHULAM = {"drafter": "giangthilan", "signatory": "maixuantruong"}

ACT, REPORT, KNOW = "for_execution", "for_report", "for_information"
