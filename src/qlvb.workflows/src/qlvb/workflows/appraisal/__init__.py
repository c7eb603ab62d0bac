"""Appraisal (thẩm định): the check of form before signing, with a checklist that a program has ticked already."""
