import sys

input = sys.stdin.readline


def solve():
    n, m = map(int, input().split())
    after = {v: [] for v in range(1, n + 1)}
    missing = {v: 0 for v in range(1, n + 1)}
    for _ in range(m):
        a, b = map(int, input().split())
        after[a].append(b)
        missing[b] += 1
    ready = [v for v, count in missing.items() if count == 0]
    longest = {v: 0 for v in ready}
    while len(ready) > 0:
        course = ready.pop()
        for following in after[course]:
            longest[following] = max(longest.get(following, 0), longest[course] + 1)
            missing[following] -= 1
            if missing[following] == 0:
                ready.append(following)
    return max(longest.values())


print(solve())
