"""What may have been meant when a question has few hits: a word not yet finished, slips of typing, a word too many.

Whatever is tried is searched with the person's rights before it is taken, so that no word comes up that occurs only in
records he may not see. The number of trials is bounded.
"""

from dataclasses import replace
from functools import partial
from qlvb.content.index import suggestions
from qlvb.content.index.asked import read
from qlvb.content.index.fulltext import vocabulary
from qlvb.content.index.fulltext.expressions import all_of
from qlvb.content.index.fulltext.expressions import any_of
from qlvb.content.index.fulltext.expressions import is_rare
from qlvb.content.index.fulltext.found import MOST_COUNTED
from qlvb.content.index.fulltext.questions import all_but_some
from qlvb.content.index.fulltext.questions import hits
from qlvb.content.index.fulltext.questions import own_number
from qlvb.content.index.words import words
import re


#: Hits that one attempt adds, words that an unfinished one is completed to, proposals per mistyped word.
MOST_ADDED = 50
_MOST_COMPLETIONS = 40
_MOST_PROPOSALS = 8
#: What may be typed by the keys of Telex or VNI.
_KEYS = re.compile(r"[A-Za-z][A-Za-z0-9]*")
#: Proposals that are asked for in one search, mistyped or not.
_MOST_TRIALS = 32
#: Trials are compared by their hits, counted so far.
_COUNTED = 50


def further_places(index, connection, asked, narrowed, known):
    """What to show after the places ``known``: (:class:`Asked` as it was understood, bool: it was corrected, list of up
    to ``MOST_ADDED`` places, function (most) -> list of up to so many of them, or None where these are all).
    """
    attempt = Attempt(index, connection, asked, narrowed)
    if not known and asked.references:
        found = attempt.places(own_number(asked), known)
        if found:
            return asked, False, *found
    completed = attempt.completed()
    if completed:
        found = attempt.places(hits(completed), known)
        if found:
            return completed, False, *found
    corrected = None
    for correct in (attempt.read_as_keys, partial(attempt.corrected, any_word=not known)):
        question = correct()
        found = attempt.places(hits(question), known) if question else ()
        if found:
            return question, True, *found
        corrected = question or corrected
    if known or asked.references:
        return asked, False, [], None
    for question in filter(None, (corrected, asked)):
        for missing in (1, 2):
            tree = all_but_some(question, missing)
            found = attempt.places(tree, known) if tree is not None else ()
            if found:
                return asked, False, *found
    return asked, False, [], None


class Attempt:
    """The trials for one question."""

    def __init__(self, index, connection, asked, narrowed):
        self.index = index
        self.connection = connection
        self.asked = asked
        self.narrowed = narrowed
        self.trials = _MOST_TRIALS

    def places(self, tree, known):
        """(places that are not ``known``, what finds more of them when there are, else None); () for none."""
        # Of several words all hits cost what the first of them do.
        wanted = MOST_COUNTED + 1 if is_rare(tree) else MOST_ADDED + len(known) + 1
        found = self.index.places(self.connection, tree, self.narrowed, wanted)
        new = [place for place in found if place not in known]
        more = partial(self._all, tree, found, wanted) if len(new) > MOST_ADDED else None
        return (new[:MOST_ADDED], more) if new else ()

    def _all(self, tree, found, wanted, most):
        """Up to ``most`` places of a tree, of which ``wanted`` were asked for and these ``found``."""
        if len(found) < wanted or wanted == most:
            return found[:most]
        return self.index.places(self.connection, tree, self.narrowed, most)

    def completed(self):
        """The question with its last word as any that begins so; None when it is finished, or no other begins so."""
        if not self.asked.unfinished:
            return None
        *others, last = self.asked.items
        start = last.words[0].folded
        found = vocabulary.beginning(self.connection, start, _MOST_COMPLETIONS)
        if start.endswith("y"):
            found += vocabulary.beginning(self.connection, start[:-1] + "i", _MOST_COMPLETIONS)
        if set(found) <= {start}:
            return None
        return replace(self.asked, items=(*others, replace(last, tokens=tuple(found))))

    def read_as_keys(self):
        """The question as the keys of Telex or VNI were to write it; None when they write nothing that occurs."""
        written = {match.group(): suggestions.keyed(match.group().lower()) for match in _KEYS.finditer(self.asked.text)}
        written = {typed: meant for typed, meant in written.items() if meant}
        there = vocabulary.known(self.connection, map(suggestions.folded, [*written, *written.values()]))
        meant = {
            typed: word
            for typed, word in written.items()
            if suggestions.folded(word) in there and suggestions.folded(typed) not in there
        }
        return (
            read(_KEYS.sub(lambda match: meant.get(match.group(), match.group()), self.asked.text)) if meant else None
        )

    def corrected(self, any_word):
        """The question with what was mistyped set right; None when nothing was, or nothing is found for it.

        Words that occur nowhere are set right; with ``any_word``, when all occur, one of the others too.
        """
        places = [at for at, item in enumerate(self.asked.items) if item.kind == "word"]
        typed = [self.asked.items[at].words[0].folded for at in places]
        there = vocabulary.known(self.connection, typed)
        unknown = [at for at, word in zip(places, typed, strict=True) if word not in there and not word.isdigit()]
        if unknown:
            return self._with_set_right(unknown)
        return self._with_one_exchanged(places) if any_word else None

    def _with_set_right(self, unknown):
        meant = {}
        for at in unknown[:4]:
            proposals = self._proposals(self.asked.items[at].words[0])
            best = self._best(at, proposals, meant)
            if best:
                meant[at] = best
        return self._exchanged(meant) if meant else None

    def _with_one_exchanged(self, places):
        best, most = None, 0
        for at in places:
            word = self.asked.items[at].words[0].folded
            for other in suggestions.nearest(word, vocabulary.near(self.connection, word), 3):
                question = self._exchanged({at: (other,)})
                count = self._count(hits(question))
                if count > most:
                    best, most = question, count
        return best

    def _proposals(self, word):
        """What a word that occurs nowhere may be: list of tuples of words."""
        keyed = suggestions.keyed(word.exact)
        found = [(keyed,)] if keyed and vocabulary.known(self.connection, [suggestions.folded(keyed)]) else []
        known = vocabulary.known(self.connection, suggestions.pieces(word.folded))
        found += [tuple(_as_typed(word.exact, cut)) for cut in suggestions.cuts(word.folded, known)]
        near = vocabulary.near(self.connection, word.folded)
        found += [(other,) for other in suggestions.nearest(word.folded, near, _MOST_PROPOSALS)]
        return found[:_MOST_PROPOSALS]

    def _best(self, at, proposals, meant):
        """The proposal that stands beside its neighbours most often; without any such, the first that occurs."""
        before = self._neighbour(at - 1, meant, -1)
        after = self._neighbour(at + 1, meant, 0)
        best, most = None, 0
        for proposal in proposals:
            folded = [suggestions.folded(word) for word in proposal]
            inside = all_of(*map("_".join, zip(folded, folded[1:], strict=False))) if len(folded) > 1 else None
            beside = any_of(before and f"{before}_{folded[0]}", after and f"{folded[-1]}_{after}")
            count = self._count(all_of(*folded, inside, beside))
            if count > most:
                best, most = proposal, count
        if best:
            return best
        return next((one for one in proposals if self._count(all_of(*map(suggestions.folded, one)))), None)

    def _neighbour(self, at, meant, which):
        if at in meant:
            return suggestions.folded(meant[at][which])
        if not 0 <= at < len(self.asked.items):
            return None
        word = self.asked.items[at].words[which].folded
        return word if vocabulary.known(self.connection, [word]) else None

    def _count(self, tree):
        self.trials -= 1
        return self.index.count(self.connection, tree, self.narrowed, _COUNTED) if self.trials >= 0 else 0

    def _exchanged(self, meant):
        """The question with other words at some places."""
        items, text = [], self.asked.text
        for at, item in enumerate(self.asked.items):
            if at in meant:
                items += [replace(item, words=(word,)) for word in words(" ".join(meant[at]))]
            else:
                items.append(item)
        for at in sorted(meant, reverse=True):
            word = self.asked.items[at].words[0]
            text = text[: word.start] + " ".join(meant[at]) + text[word.end :]
        return replace(self.asked, text=text, items=tuple(items), unfinished=False)


def _as_typed(exact, cut):
    """The pieces of a cut with the accents that were typed."""
    if len(exact) != sum(map(len, cut)):
        return list(cut)
    pieces, at = [], 0
    for piece in cut:
        pieces.append(exact[at : at + len(piece)])
        at += len(piece)
    return pieces
