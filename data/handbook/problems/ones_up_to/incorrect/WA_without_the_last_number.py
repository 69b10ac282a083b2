n = int(input())
print(sum(bin(x).count("1") for x in range(n)))
