from itertools import accumulate

n, q = map(int, input().split())
a = input().split()
running = {v: [0, *accumulate(int(w == v) for w in a)] for v in set(a)}


def answer(l: int, r: int) -> int:
    missing = 0
    for counts in running.values():
        if counts[l - 1] == counts[r]:
            missing += 1
    return len(running) - missing


while q:
    print(answer(*map(int, input().split())))
    q -= 1
