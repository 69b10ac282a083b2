n, m = (int(v) for v in input().split())
builds_on = {}
for _ in range(m):
    first, then = (int(v) for v in input().split())
    builds_on.setdefault(then, []).append(first)

BUSY = 0
memo = {}


def semester(c):
    """In which semester the course can be taken; -1 if never."""
    if c in memo:
        return memo[c] if memo[c] != BUSY else -1
    memo[c] = BUSY
    answer = 1
    for p in builds_on.get(c, ()):
        s = semester(p)
        if s == -1:
            answer = -1
            break
        answer = max(answer, s + 1)
    memo[c] = answer
    return answer


plan = [semester(c) for c in range(1, n + 1)]
print(-1 if -1 in plan else max(plan))
