from itertools import cycle

n, k = map(int, input().split())
here = dict.fromkeys(range(1, n + 1), True)
alive = n
called = 0
for person in cycle(here):
    if alive == 1 and here[person]:
        print(person)
        break
    if not here[person]:
        continue
    called += 1
    if called == k:
        here[person] = False
        alive -= 1
        called = 0
