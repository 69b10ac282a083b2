n = int(input())
heights = [int(v) for v in input().split()]
begin = [0] * n
end = [n] * n
open_bars = [-1]
k = 0
while k < n:
    while len(open_bars) > 1 and heights[open_bars[-1]] > heights[k]:
        end[open_bars.pop()] = k
    begin[k] = open_bars[-1] + 1
    open_bars.append(k)
    k += 1
areas = [(e - b) * v for b, e, v in zip(begin, end, heights)]
print(max(areas))
