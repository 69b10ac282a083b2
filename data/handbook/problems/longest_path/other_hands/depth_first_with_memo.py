n, m = map(int, input().split())
leads = [[False] * n for _ in range(n)]
for _ in range(m):
    a, b = map(int, input().split())
    leads[a - 1][b - 1] = True


def height(course, known):
    if course not in known:
        h = 0
        for later in range(n):
            if leads[course][later]:
                h = max(h, 1 + height(later, known))
        known[course] = h
    return known[course]


known = {}
print(max([height(course, known) for course in range(n)]))
