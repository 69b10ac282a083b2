import bisect, fileinput

lines = [line.split() for line in fileinput.input()]
tasks = sorted([int(x) for x in parts] for parts in lines[1:] if parts)
starts = [t[0] for t in tasks]

# after[i] = most that can be earned with tasks i, i+1, ...
after = {len(tasks): 0}
i = len(tasks) - 1
while i >= 0:
    begin, finish, money = tasks[i]
    following = bisect.bisect_left(starts, finish)
    take = money + after[following]
    after[i] = take if take > after[i + 1] else after[i + 1]
    i -= 1
print(after[0])
