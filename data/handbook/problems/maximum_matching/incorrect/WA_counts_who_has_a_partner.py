a, b, k = map(int, input().split())
riders = set()
horses = set()
for _ in range(k):
    x, y = input().split()
    riders.add(x)
    horses.add(y)
print(min(len(riders), len(horses)))
