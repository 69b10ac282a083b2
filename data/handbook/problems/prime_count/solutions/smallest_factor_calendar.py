# walk the numbers upwards; every prime waits in the calendar at its next multiple
a, b = map(int, input().split())
calendar = {}
found = 0
for n in range(2, b + 1):
    p = calendar.pop(n, None)
    if p is None:
        found += n >= a
        if n * n <= b:
            calendar[n * n] = n
        continue
    m = n + p
    while m in calendar:
        m += p
    calendar[m] = p
print(found)
