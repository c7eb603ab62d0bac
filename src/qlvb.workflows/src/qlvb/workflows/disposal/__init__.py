"""Appraisal and disposal (xét hủy tài liệu): acts of proposal, council, decision and execution; the destroying job."""
