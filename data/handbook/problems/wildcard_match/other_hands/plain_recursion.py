import sys


def accepts(mask, word):
    if not mask:
        return not word
    rest, sign = mask[:-1], mask[-1]
    if sign == "*":
        return any(accepts(rest, word[:cut]) for cut in range(len(word), -1, -1))
    return bool(word) and sign in {"?", word[-1]} and accepts(rest, word[:-1])


lines = sys.stdin.read().splitlines()
for i in range(int(lines[1])):
    verdict = accepts(lines[0].strip(), lines[2 + i].strip())
    print("YES" if verdict else "NO")
