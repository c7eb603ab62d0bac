"""Requests for accounts (Mẫu 01, 02, 03): sent by an agency, carried out or returned by the province in three days."""
