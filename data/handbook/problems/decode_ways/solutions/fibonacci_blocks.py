s = input().strip()
fib = [1, 1]
for i in range(20):
    fib.append(fib[-1] + fib[-2])

# 10 and 20 can be read in one way only
ans = 1
for part in s.replace("10", "x").replace("20", "x").split("x"):
    if "0" in part:
        ans = 0
        break
    run = 1
    for i in range(1, len(part)):
        if int(part[i - 1] + part[i]) <= 26:
            run += 1
        else:
            ans *= fib[run]
            run = 1
    ans *= fib[run]
print(ans)
