"""Review routes of an agency: who reviews, appraises and signs which documents, as data with versions."""
