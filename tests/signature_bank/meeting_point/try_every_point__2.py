input()
homes = [int(x) for x in input().split()]
print(min(sum(abs(home - spot) for home in homes) for spot in homes))
