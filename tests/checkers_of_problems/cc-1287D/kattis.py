"""Exit status 42 where every vertex has as many smaller numbers below it as it should, or none can; else 43."""

import os
import sys


def judge(given, answer, words):
    numbers = list(map(int, given.split()[1:]))
    parents, counts = numbers[::2], numbers[1::2]
    if words[:1] == ["NO"]:
        if len(words) > 1:
            return "more than NO"
        return "" if answer.split() == ["NO"] else "there is a solution"
    if words[:1] != ["YES"]:
        return "neither YES nor NO"
    if len(words) != len(parents) + 1:
        return f"{len(words) - 1} numbers for {len(parents)} vertices"
    if not all(word.isascii() and word.isdigit() and len(word) < 11 and 1 <= int(word) <= 10**9 for word in words[1:]):
        return "no number from 1 to 1000000000"
    a = list(map(int, words[1:]))
    smaller = [0] * len(a)
    for value, above in zip(a, parents, strict=True):
        while above:
            smaller[above - 1] += value < a[above - 1]
            above = parents[above - 1]
    wrong = [
        f"vertex {at}: {has}, not {should}"
        for at, (has, should) in enumerate(zip(smaller, counts, strict=True))
        if has != should
    ]
    return "\n".join(wrong[:3])


def main():
    with open(sys.argv[1]) as given, open(sys.argv[2]) as answer:
        wrong = judge(given.read(), answer.read(), sys.stdin.buffer.read().decode("ascii", "replace").split())
    with open(os.path.join(sys.argv[3], "judgemessage.txt"), "w") as message:
        message.write(wrong)
    sys.exit(43 if wrong else 42)


main()
