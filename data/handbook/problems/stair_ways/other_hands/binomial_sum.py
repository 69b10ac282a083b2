def choose(total, some):
    result = 1
    for k in range(1, some + 1):
        result = result * (total - some + k) // k
    return result


steps = int(input())
ways = 0
doubles = 0
while 2 * doubles <= steps:
    singles = steps - 2 * doubles
    ways += choose(singles + doubles, doubles)
    doubles += 1
print(ways % 1000000007)
