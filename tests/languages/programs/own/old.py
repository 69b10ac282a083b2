n = int(raw_input())
print n / 2, xrange(3)
