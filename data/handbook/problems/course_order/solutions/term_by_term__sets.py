import sys


def simulate(prerequisites):
    passed = set()
    semester = 0
    while len(passed) < len(prerequisites):
        taken = {
            course
            for course, required in prerequisites.items()
            if course not in passed and required <= passed
        }
        if not taken:
            return -1
        passed |= taken
        semester += 1
    return semester


if __name__ == "__main__":
    first, *rest = [line.split() for line in sys.stdin if line.strip()]
    table = {str(c): set() for c in range(1, int(first[0]) + 1)}
    for a, b in rest:
        table[b].add(a)
    print(simulate(table))
