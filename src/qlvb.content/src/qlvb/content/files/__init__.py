"""Files of a record: roles, versions, renditions, upload checks."""
