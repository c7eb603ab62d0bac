"""Transfer of dossiers to the current archive and on to the historical one: acts, intake check, minutes, notices."""
