gap, jobs = open(0).read().split()
size = sorted(map(jobs.count, set(jobs)))
peak = size.pop()
frames = (peak - 1) * (int(gap) + 1) + 1
while size and size[-1] == peak:
    size.pop()
    frames += 1
print(frames if frames > len(jobs) else len(jobs))
