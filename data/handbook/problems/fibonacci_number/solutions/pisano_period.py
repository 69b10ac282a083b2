n, m = map(int, input().split())
if m == 1:
    print(0)
else:
    period = [0, 1]
    while True:
        period.append((period[-1] + period[-2]) % m)
        if period[-2] == 0 and period[-1] == 1:
            break
    period = period[:-2]
    print(period[n % len(period)])
