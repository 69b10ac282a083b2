import bisect

n, seq = int(input()), input().split()
BIG = 1 << 40
ends = [BIG] * n
while seq:
    # from the right, with the sign turned
    v = -int(seq.pop())
    ends[bisect.bisect_left(ends, v)] = v
print(n - ends.count(BIG))
