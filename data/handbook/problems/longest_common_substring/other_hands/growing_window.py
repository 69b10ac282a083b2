w1, w2 = open(0).read().split()
lo = hi = 0
longest = 0
while hi < len(w1):
    hi += 1
    if w1[lo:hi] in w2:
        longest = hi - lo
    else:
        lo += 1
print(longest)
