n = int(input())
one = {i * i for i in range(1, 23)}
if n in one:
    print(1)
elif any(n - a in one for a in one):
    print(2)
else:
    print(3)
