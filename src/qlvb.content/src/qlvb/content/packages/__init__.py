"""Archival packages SIP, AIP, DIP (TT 05/2025/TT-BNV on E-ARK CSIP): written, read back, validated; no site needed."""
