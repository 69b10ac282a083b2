def least_time(tasks: str, pause: int) -> int:
    counts: dict[str, int] = {}
    for task in tasks:
        counts[task] = counts.get(task, 0) + 1
    last_run: dict[str, int] = {}
    now = 0
    finished = 0
    while finished < len(tasks):
        now += 1
        chosen = ""
        most = 0
        for task, count in counts.items():
            if task in last_run and now - last_run[task] <= pause:
                continue
            if count > most:
                chosen, most = task, count
        if chosen:
            counts[chosen] -= 1
            last_run[chosen] = now
            finished += 1
    return now


if __name__ == "__main__":
    k = int(input())
    print(least_time(input().strip(), k))
