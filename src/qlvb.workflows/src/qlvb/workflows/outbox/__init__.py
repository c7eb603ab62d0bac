"""Work done outside requests: jobs kept on the record, run by a worker."""
