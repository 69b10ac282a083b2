from decimal import Decimal

n, m = map(int, input().split())
s = Decimal(5).sqrt()
phi = (1 + s) / 2
print(int(phi ** n / s + Decimal("0.5")) % m)
