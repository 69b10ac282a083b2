n = int(input())
start = tuple(map(int, input().split()))
goal = tuple(map(int, input().split()))

level = [start]
seen = {start}
steps = 0
answer = -1
while level:
    if goal in level:
        answer = steps
        break
    following = []
    for r, c in level:
        for a, b in ((1, 2), (2, 1)):
            for x, y in ((r + a, c + b), (r + a, c - b), (r - a, c + b), (r - a, c - b)):
                if x < 1 or y < 1 or x > n or y > n or (x, y) in seen:
                    continue
                seen.add((x, y))
                following.append((x, y))
    level = following
    steps += 1
print(answer)
