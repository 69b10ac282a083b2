"""What a model says to its reader: its text without thinking, other channels, other speakers' turns and tokens.

Every marker is looked for once, from left to right; one that stands between two equal quotes is text about a marker.
"""

from __future__ import annotations

import re
from enum import Enum

_THOUGHT = (
    r"(?:[a-z]{1,12}[:_]|ant)?(?:think|thinking|thoughts?|thought_process|reason|reasoning(?:_content)?|reflection|"
    r"scratchpad|analysis|rationale|cot|chain[_-]of[_-]thought|(?:inner_)?monologue|plan|planning|deliberation)"
)
_MARKER = re.compile(
    rf"<(?P<thought_end>/?){_THOUGHT}(?:\s[^<>\n]{{0,80}})?>"
    rf"|(?-i:(?<![\w)\]])\[(?P<bracket_end>/?)(?:THINK|THINKING|THOUGHT|REASONING)\])"
    rf"|◁(?P<triangle_end>/?)think▷"
    rf"|<\|(?:(?P<word_begin>begin|start)|(?P<word_end>end))_of_(?:thought|thinking|reasoning)\|>"
    rf"|<\|(?:(?P<cap_begin>START)|(?P<cap_end>END))_(?:THINKING|REASONING)\|>"
    rf"|<\|(?P<bar_end>/?){_THOUGHT}\|>"
    rf"|<\|inner_(?:(?P<inner_begin>prefix)|(?P<inner_end>suffix))\|>"
    rf"|(?P<unused_begin><unused94>thought)|(?P<unused_end><unused95>)"
    rf"|<\|channel\|?>[ ]?(?P<channel>[a-z]+)(?P<to>[^<\n]{{0,120}})"
    rf"(?:<\|constrain\|>[^<\n]{{0,40}})?(?:<\|message\|>)?"
    rf"|(?P<channel_end><channel\|>)"
    rf"|(?:<\|im_start\|>|<\|start\|>|<start_of_turn>|<\|turn>|<\|start_header_id\|>)[ ]?(?P<role>[a-z]+)"
    rf"(?:<\|end_header_id\|>|<\|im_middle\|>)?"
    rf"|<[|｜](?P<speaker>user|assistant|system|tool|observation|human)[|｜]>"
    rf"|(?-i:(?<![\w)\]])\[(?P<instruction_end>/?)INST\])"
    rf"|<\|(?!python|code)[^|<>\n]{{1,40}}\|>|<｜[^｜<>\n]{{1,40}}｜>|<(?:turn|tool_call|tool_response)\|>"
    rf"|</s>|(?<![\w)\]])<(?:s|eos|bos|pad|unk)>"
    rf"|<(?:end_of_turn|end_of_text|end_of_sentence|endoftext|extra_id_\d{{1,3}}|unused\d{{1,4}})>"
    rf"|<(?:fim_\w{{1,12}}|file_sep|filename|reponame|repo_name|gh_stars|jupyter_\w{{1,12}}|commit_\w{{1,12}})>"
    rf"|(?-i:(?<=[\n`>])\[(?:EOS|DONE)\]|\[TOOL_CALLS\])",
    re.IGNORECASE,
)
_THOUGHT_ENDS = ("thought_end", "bracket_end", "triangle_end", "bar_end")
_THOUGHT_BEGINS = ("word_begin", "cap_begin", "inner_begin", "unused_begin")
_THOUGHT_STOPS = ("word_end", "cap_end", "inner_end", "unused_end")
# Channels whose tokens a decoder left out: `analysisAdd them.assistantfinalprint(3)`.
_BARE_ANALYSIS = re.compile(r"\s*analysis(?=\S)")
_BARE_FINAL = "assistantfinal"
_RESPONSE = re.compile(r"^\s*Here(?:'s| is) my thought process:?", re.IGNORECASE)
_RESPONSE_BEGINS = re.compile(r"^[ \t]*Here(?:'s| is) my response:?", re.IGNORECASE | re.MULTILINE)


class _Step(Enum):
    """What a marker does to the text behind it."""

    THINK = "think"
    ANSWER = "answer"
    USERS_TURN = "users_turn"
    TOOLS_TURN = "tools_turn"
    OWN_TURN = "own_turn"
    OWN_CHANNEL = "own_channel"
    GO_ON = "go_on"


_SPEAKERS = {
    **dict.fromkeys(("assistant", "model", "gpt", "bot", "ai", "chatbot"), _Step.OWN_TURN),
    **dict.fromkeys(("user", "human", "system", "developer"), _Step.USERS_TURN),
}


def own_turns_in(text: str) -> tuple[list[str], bool]:
    """The turns in which the model says something, and whether the text ended in the midst of thinking.

    Thinking whose end has no beginning was begun by the prompt. A marker that is left out leaves a line end. A turn
    ends where a user's begins: what a model goes on to say in answer to itself is another turn.
    """
    text = _without_bare_thinking(text)
    turns: list[list[str]] = [[]]
    position, state = 0, _Step.ANSWER
    for marker in _MARKER.finditer(text):
        if _is_quoted(text, marker):
            continue
        step = _step(marker)
        if state is _Step.ANSWER:
            turns[-1].append(text[position : marker.start()])
            if step is _Step.ANSWER:  # the prompt began to think
                turns[-1].clear()
        if step is _Step.USERS_TURN and state is not step:
            turns.append([])
        position = marker.end()
        state = _next(state, step)
    if state is _Step.ANSWER:
        turns[-1].append(text[position:])
    joined = ["\n".join(parts) for parts in turns]
    return [turn for turn in joined if turn.strip()], state is _Step.THINK


def _next(state: _Step, step: _Step) -> _Step:
    if step is _Step.OWN_TURN:
        return _Step.ANSWER
    if step in (_Step.USERS_TURN, _Step.TOOLS_TURN):
        return step
    if step is _Step.GO_ON or state in (_Step.USERS_TURN, _Step.TOOLS_TURN):
        return state
    return _Step.ANSWER if step is _Step.OWN_CHANNEL else step


def _step(marker: re.Match[str]) -> _Step:
    found = marker.groupdict()
    if found["channel"]:
        own = found["channel"] == "final" or (found["channel"] == "commentary" and " to=" not in found["to"])
        return _Step.OWN_CHANNEL if own else _Step.THINK
    role = found["role"] or found["speaker"]
    if role:
        return _SPEAKERS.get(role.lower(), _Step.TOOLS_TURN)
    if found["instruction_end"] is not None:
        return _Step.OWN_TURN if found["instruction_end"] else _Step.USERS_TURN
    if found["channel_end"]:
        return _Step.OWN_CHANNEL
    for name in _THOUGHT_ENDS:
        if found[name] is not None:
            return _Step.ANSWER if found[name] else _Step.THINK
    if any(found[name] for name in _THOUGHT_BEGINS):
        return _Step.THINK
    return _Step.ANSWER if any(found[name] for name in _THOUGHT_STOPS) else _Step.GO_ON


def _is_quoted(text: str, marker: re.Match[str]) -> bool:
    before, after = text[max(marker.start() - 1, 0) : marker.start()], text[marker.end() : marker.end() + 1]
    return before in ("'", '"', "`") and after in (before, "\\")


def _without_bare_thinking(text: str) -> str:
    if _BARE_ANALYSIS.match(text) and _BARE_FINAL in text:
        return text[text.rindex(_BARE_FINAL) + len(_BARE_FINAL) :]
    if _RESPONSE.match(text) and (begin := _RESPONSE_BEGINS.search(text)):
        return text[begin.end() :]
    return text
