import sys

lines = iter(sys.stdin)
remaining = int(next(lines))
busy = {}
while remaining > 0:
    first, stop = (int(t) for t in next(lines).split())
    minute = first
    while minute != stop:
        busy[minute] = busy.get(minute, 0) + 1
        minute += 1
    remaining -= 1
print(max(busy.values()))
