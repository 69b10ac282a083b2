n = int(input())
k = n.bit_length()
print(k * (n + 1) // 2)
