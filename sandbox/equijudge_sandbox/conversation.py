"""A candidate and an interactor, each in a cell of its own, whose streams are joined through this process.

Neither ever waits for a full pipe: what one says is taken at once, up to its output limit, and kept until the other
takes it. Nobody gets SIGPIPE: what is said after the other's end is dropped. When one has ended, the stdin of the other
ends.

Who waits for whom is not asked of the clock, which a busy machine would make unfair: a cell tells when for some time no
process of its program has run or could have run. When neither program has done anything for `idle_s`, nothing more will
happen. Then the candidate is ended (killed_for "wall"), and the interactor has as long again to come to its end. Where
the interactor alone has not read what was said to it, it waits for nobody, and is ended itself.

Who ended first is not asked of the clock either. Of a candidate that failed an interactor learns only when it does
nothing any more, so when it waits for more: what it says before, it says of what it was told.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from equijudge_sandbox.errors import CellLost, GivenUp, InteractorLost
from equijudge_sandbox.outcome import KilledFor, Outcome
from equijudge_sandbox.stream import LOOK_S, Interrupted, never, wait_for
from equijudge_sandbox.talk import Talk

KEPT_OF_TRANSCRIPT = 64 << 10  # bytes
WAITS_S = 0.5  # who has done nothing for so long, while the other worked all the time, has waited for it
RESTS_S = 0.1  # for so long the interactor has done nothing: it waits
KEPT_BACK_S = 2.0  # from one that never rests that the candidate says no more


class Party(StrEnum):
    """Who says something."""

    CANDIDATE = "candidate"
    INTERACTOR = "interactor"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one of the two said before the other said something."""

    party: Party
    said: bytes


@dataclass(frozen=True, slots=True)
class Conversation:
    """What the two did, and said to one another.

    Outcomes have no output: what was printed is the transcript, of which the first KEPT_OF_TRANSCRIPT bytes are here.
    ended_first: who said no more, by its end or by closing its stdout, before it knew that of the other. was_idle: both
    waited, so the candidate was ended; was_deaf: the interactor alone, although it had been told something.
    was_kept_waiting: the candidate's wall time was over while it waited, and the interactor worked.
    candidate_bytes: how much the candidate said.
    """

    candidate: Outcome
    interactor: Outcome
    ended_first: Party
    was_idle: bool
    was_deaf: bool
    was_kept_waiting: bool
    candidate_bytes: int
    transcript: tuple[Turn, ...]
    is_transcript_cut: bool


class Talking(Protocol):
    """What is needed of a run; see base.Run."""

    def talk(self, data: bytes) -> Talk: ...


def converse(
    candidate: Talking,
    interactor: Talking,
    data: bytes,
    *,
    idle_s: float,
    settles: Callable[[Outcome], bool] = lambda outcome: False,
    interrupted: Interrupted = never,
) -> Conversation:
    """Let the two talk until both have ended.

    data: what the interactor's run brings, see base.Run.talk. settles: asked of the interactor's outcome where it ends
    first; whether what the candidate does from then on means nothing: it is then ended at once (killed_for "stopped").
    Wall times are the runs' own limits, and should leave each the time that the other may take. Raises CellLost for the
    candidate's cell, InteractorLost, GivenUp when `interrupted` says so.
    """
    try:
        theirs = interactor.talk(data)
    except CellLost as lost:
        raise InteractorLost(str(lost)) from lost
    return Exchange(candidate.talk(b""), theirs, idle_s, settles).until_over(interrupted)


class Exchange:
    """Two talks that are joined."""

    def __init__(self, candidate: Talk, interactor: Talk, idle_s: float, settles: Callable[[Outcome], bool]) -> None:
        self.candidate, self.interactor = candidate, interactor
        self.idle_s, self.settles = idle_s, settles
        self.ended_first: Party | None = None
        self.was_idle = self.was_deaf = self.was_kept_waiting = False
        self.closed_at = 0.0  # when the candidate said its last; monotonic seconds
        self.turns: list[tuple[Party, bytearray]] = []
        self.kept, self.is_cut = 0, False

    def until_over(self, interrupted: Interrupted) -> Conversation:
        """See converse."""
        asked_at = time.monotonic()
        while self.candidate.outcome is None or self.interactor.outcome is None:
            running = [talk for talk in (self.candidate, self.interactor) if talk.outcome is None]
            events = wait_for([talk.cell.stream for talk in running], LOOK_S)
            if time.monotonic() - asked_at >= LOOK_S:
                asked_at = time.monotonic()
                if interrupted():
                    raise GivenUp("nobody waits for this candidate")
            self._pass_on(Party.INTERACTOR, events)
            self._pass_on(Party.CANDIDATE, events)
            self._tell_of_the_end()
            self._end_what_is_idle()
        assert self.ended_first is not None
        turns = tuple(Turn(party, bytes(said)) for party, said in self.turns)
        return Conversation(
            candidate=self.candidate.outcome,
            interactor=self.interactor.outcome,
            ended_first=self.ended_first,
            was_idle=self.was_idle,
            was_deaf=self.was_deaf,
            was_kept_waiting=self.was_kept_waiting,
            candidate_bytes=self.candidate.heard,
            transcript=turns,
            is_transcript_cut=self.is_cut,
        )

    def _pass_on(self, party: Party, events: dict[int, int]) -> None:
        """Take what one of the two said, and did, to the other."""
        speaker, listener = self.candidate, self.interactor
        if party == Party.INTERACTOR:
            speaker, listener = listener, speaker
        if speaker.is_over:
            return
        for said in self._hear(speaker, events):
            self._note(party, said)
            self._say(listener, said)
        if speaker.outcome is not None and speaker.outcome.killed_for == KilledFor.WALL:
            self._weigh_wall_time(party, speaker, listener)

    def _weigh_wall_time(self, party: Party, late: Talk, other: Talk) -> None:
        """Tell whose doing it is that one is ended by its wall time while the other is not over. An interactor has more
        of it than a candidate: then the candidate is late, and so busy that its cell has not ended it yet."""
        if other.is_over or self.was_idle or self.was_deaf:
            return
        if party == Party.CANDIDATE:
            self.was_kept_waiting = late.had_waited_s >= WAITS_S and not other.waited_s
        else:
            self.ended_first = self.ended_first or Party.CANDIDATE
            self.candidate.stop(KilledFor.WALL)

    def _tell_of_the_end(self) -> None:
        """Let the stdin of one end when the other says no more; see the module."""
        if self.interactor.has_closed:
            self.ended_first = self.ended_first or Party.INTERACTOR
            self._end_input(self.candidate)
            outcome = self.interactor.outcome
            if self.ended_first == Party.INTERACTOR and outcome is not None and self.settles(outcome):
                self.candidate.stop(KilledFor.STOPPED)
        if self.candidate.has_closed:
            self.closed_at = self.closed_at or time.monotonic()
            if self._may_learn():
                self.ended_first = self.ended_first or Party.CANDIDATE
                self._end_input(self.interactor)

    def _may_learn(self) -> bool:
        """Whether the interactor may be told that the candidate says no more: when that one ended well it means nothing
        who was first, and one that never rests is not let wait for ever."""
        outcome = self.candidate.outcome
        ended_well = outcome is not None and outcome.exit_code == 0 and outcome.killed_for is None
        return ended_well or self.interactor.still_s >= RESTS_S or time.monotonic() - self.closed_at > KEPT_BACK_S

    def _hear(self, speaker: Talk, events: dict[int, int]) -> list[bytes]:
        try:
            return list(speaker.hear(events))
        except CellLost as lost:
            raise self._told_apart(speaker, lost) from lost

    def _say(self, listener: Talk, said: bytes) -> None:
        try:
            listener.say(said)
        except CellLost as lost:
            raise self._told_apart(listener, lost) from lost

    def _end_input(self, listener: Talk) -> None:
        try:
            listener.end_input()
        except CellLost as lost:
            raise self._told_apart(listener, lost) from lost

    def _told_apart(self, whose: Talk, lost: CellLost) -> CellLost | InteractorLost:
        return lost if whose is self.candidate else InteractorLost(str(lost))

    def _end_what_is_idle(self) -> None:
        """See the module."""
        if any(talk.still_s < self.idle_s for talk in (self.candidate, self.interactor)):
            return
        if self.candidate.outcome is None and self.interactor.outcome is None:
            self.was_deaf = bool(self.interactor.unread and not self.candidate.unread)
            self.was_idle = not self.was_deaf
        if self.candidate.outcome is None and not self.was_deaf:
            self.candidate.stop(KilledFor.WALL)
        elif self.interactor.outcome is None:
            self.interactor.stop(KilledFor.WALL)

    def _note(self, party: Party, said: bytes) -> None:
        room = KEPT_OF_TRANSCRIPT - self.kept
        self.is_cut = self.is_cut or len(said) > room
        kept = said[:room]
        self.kept += len(kept)
        if not kept:
            return
        if not self.turns or self.turns[-1][0] != party:
            self.turns.append((party, bytearray()))
        self.turns[-1][1].extend(kept)
