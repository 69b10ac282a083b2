value = int(open(0).readline())
k, good = value, 0
while k:
    good += not value % k
    k -= 1
print(good)
