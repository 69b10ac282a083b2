k, n = map(int, input().split())
print(n if k == 1 else n.bit_length())
