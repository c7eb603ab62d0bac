"""Entries of a register as a sequence of which pages are cut."""


class EntryList:
    """The entries of a store by number, or newest first; one page reads one page, however many numbers there are.

    Numbers run without gaps from 1, so the position in the full book is the number itself; but for books that took
    over numbers of an older one, which may have gaps.
    """

    def __init__(self, store, status=None, newest_first=False):
        self.store = store
        self.status = status
        self.newest_first = newest_first
        self.numbers = self._numbers()

    def _numbers(self):
        if self.store is None:
            return ()
        if self.status is None and self.store.given_to:
            return list(self.store.entries)
        if self.status is None:
            return range(1, (self.store.entries.maxKey() if self.store.entries else 0) + 1)
        if self.status == "taken":
            others = {*self.store.reserved, *self.store.voided}
            return [number for number in self.store.entries if number not in others]
        return list(getattr(self.store, self.status))

    def __len__(self):
        return len(self.numbers)

    def __getitem__(self, index):
        ordered = self.numbers[::-1] if self.newest_first else self.numbers
        if isinstance(index, slice):
            return [self.store.entries[number] for number in ordered[index] if number in self.store.entries]
        return self.store.entries[ordered[index]]
