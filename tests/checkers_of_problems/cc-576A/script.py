"""Print 1 where the questions tell all numbers apart and are as few as the judges', 0 and why where not."""

import sys


def judge(given, answer, words):
    n = int(given)
    if not all(word.isascii() and word.isdigit() and len(word) < 5 for word in words):
        return "no numbers"
    count, *questions = map(int, words)
    if count != len(questions):
        return f"{len(questions)} questions, not {count}"
    if not all(1 <= question <= n for question in questions):
        return "a question outside 1 to n"
    answers = {}
    for x in range(1, n + 1):
        other = answers.setdefault(tuple(x % question == 0 for question in questions), x)
        if other != x:
            return f"{other} and {x} have the same answers"
    fewest = int(answer.split()[0])
    return f"{count} questions, and {fewest} are enough" if count > fewest else ""


def main():
    with open(sys.argv[1]) as given, open(sys.argv[2]) as answer, open(sys.argv[3], errors="replace") as output:
        words = output.read().split()
        wrong = judge(given.read(), answer.read(), words) if words else "nothing"
    if wrong:
        print(wrong, file=sys.stderr)
    print(0 if wrong else 1)


main()
