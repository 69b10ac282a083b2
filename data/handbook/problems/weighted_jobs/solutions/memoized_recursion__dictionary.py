def read():
    count = int(input())
    jobs = []
    while len(jobs) < count:
        start, end, pay = input().split()
        jobs.append({"start": int(start), "end": int(end), "pay": int(pay)})
    return jobs


def most_pay(jobs, last, known):
    """Greatest pay of jobs[0..last], which are ordered by their ends."""
    if last < 0:
        return 0
    if last in known:
        return known[last]
    job = jobs[last]
    without = most_pay(jobs, last - 1, known)
    before = last - 1
    while before >= 0 and jobs[before]["end"] > job["start"]:
        before -= 1
    known[last] = max(without, job["pay"] + most_pay(jobs, before, known))
    return known[last]


jobs = read()
jobs.sort(key=lambda job: job["end"])
print(most_pay(jobs, len(jobs) - 1, {}))
