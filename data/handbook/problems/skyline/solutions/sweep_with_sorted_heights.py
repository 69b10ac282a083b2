from bisect import insort, bisect_left

n = int(input())
ev = []
for _ in range(n):
    l, r, h = map(int, input().split())
    ev.append((l, -h))  # start
    ev.append((r, h))  # end
ev.sort()
heights = [0]
prev = 0
for x, h in ev:
    if h < 0:
        insort(heights, -h)
    else:
        del heights[bisect_left(heights, h)]
    if heights[-1] != prev:
        prev = heights[-1]
        print(x, prev)
