import sys


def main() -> None:
    text = sys.stdin.readline().strip()
    sys.stdin.readline()
    words = {w for w in sys.stdin.readline().split()}
    n = len(text)
    # what is still to be cut off, from behind: layer[e] ways to be left with text[:e]
    layer = [0] * n + [1]
    answer = 0
    for used in range(1, n + 1):
        fresh = [0] * (n + 1)
        for e in range(n, 0, -1):
            if layer[e] == 0:
                continue
            for w in words:
                if text.endswith(w, 0, e):
                    fresh[e - len(w)] += layer[e]
        answer += fresh[0]
        layer = fresh
    print(answer)


main()
