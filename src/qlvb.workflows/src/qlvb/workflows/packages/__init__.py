"""Archival packages of dossiers: asked for, built by the worker, validated, kept, given out; SIPs taken in."""
