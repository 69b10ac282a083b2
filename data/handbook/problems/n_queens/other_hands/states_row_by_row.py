def step(table: dict, index: int, line: tuple) -> dict:
    after: dict = {}
    spots = [k for k, ch in enumerate(line) if ch == "."]
    for (taken, plus, minus), number in table.items():
        for k in spots:
            own = 1 << k
            p = 1 << index + k
            m = 1 << size + index - k
            if taken & own or plus & p or minus & m:
                continue
            key = (taken ^ own, plus ^ p, minus ^ m)
            after[key] = after.get(key, 0) + number
    return after


size = int(input())
grid = [input().strip() for _ in range(size)]
table = {(0, 0, 0): 1}
for index, line in enumerate(zip(*grid)):
    table = step(table, index, line)
answer = 0
for key in table:
    answer += table[key]
print(answer)
