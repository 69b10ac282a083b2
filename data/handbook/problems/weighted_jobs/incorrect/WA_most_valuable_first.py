n = int(input())
jobs = [list(map(int, input().split())) for _ in range(n)]
jobs.sort(key=lambda j: -j[2])
taken = []
for s, e, v in jobs:
    if all(e <= a or b <= s for a, b, _ in taken):
        taken.append((s, e, v))
print(sum(v for _, _, v in taken))
