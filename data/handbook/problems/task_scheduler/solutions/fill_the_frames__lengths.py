import sys


def run_time(tasks, pause):
    counts = {}
    for task in tasks:
        counts[task] = counts.get(task, 0) + 1
    ranked = sorted(counts.values(), reverse=True)
    frames = ranked[0]
    used = [0] * frames
    turn = 0
    for count in ranked:
        if count >= frames - 1:
            for i in range(count):
                used[i] += 1
            continue
        while count > 0:
            used[turn] += 1
            turn += 1
            if turn == frames - 1:
                turn = 0
            count -= 1
    time = used[-1]
    for length in used[:-1]:
        time += max(length, pause + 1)
    return time


def main():
    lines = sys.stdin.read().splitlines()
    print(run_time(lines[1].strip(), int(lines[0])))


main()
