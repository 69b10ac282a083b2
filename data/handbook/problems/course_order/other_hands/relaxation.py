import sys

nums = list(map(int, sys.stdin.read().split()))
n = nums[0]
before, after = nums[2::2], nums[3::2]

# tail[v]: terms from v on to the end
tail = [1] * (n + 1)
tail[0] = 0
rounds = 0
moved = True
while moved and rounds <= n:
    moved = False
    rounds += 1
    for k in range(len(before)):
        a, b = before[k], after[k]
        if tail[a] <= tail[b]:
            tail[a] = tail[b] + 1
            moved = True
print(-1 if moved else max(tail))
