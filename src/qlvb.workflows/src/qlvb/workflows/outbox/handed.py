"""What a job has handed to somebody outside: done again after a conflict, it does not hand it over twice."""


class HandedOver:
    """Of one process, for a handler whose work leaves the house before its transaction is committed. An attempt that
    failed counts for nothing: the next one hands over again.
    """

    def __init__(self):
        self._last = None

    def once(self, job, hand_over):
        """Call ``hand_over()`` unless this attempt of ``job`` (IJob) has done so."""
        attempt = (job.id, job.attempts)
        if self._last != attempt:
            hand_over()
            self._last = attempt
