"""Packages of documents that are in no dossier (TT 05/2025 Điều 17): SIP_tailieu, AIP_tailieu."""
