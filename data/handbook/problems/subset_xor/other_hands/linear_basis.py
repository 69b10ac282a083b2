input()
top_bit = {}
for num in map(int, input().split()):
    while num:
        t = 1 << (num.bit_length() - 1)
        num ^= top_bit.setdefault(t, num)

best = 0
t = 512
while t:
    if t in top_bit and not best & t:
        best ^= top_bit[t]
    t >>= 1
print(best)
