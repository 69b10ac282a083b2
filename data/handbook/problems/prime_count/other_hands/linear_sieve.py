first, last = map(int, input().split())
prime = [True] * (last + 1)
plist = []
answer = 0
n = 2
while n <= last:
    if prime[n]:
        plist.append(n)
        if n >= first:
            answer += 1
    top = last // n
    i = 0
    while i < len(plist) and plist[i] <= top:
        prime[n * plist[i]] = False
        if not n % plist[i]:
            break
        i += 1
    n += 1
print(answer)
