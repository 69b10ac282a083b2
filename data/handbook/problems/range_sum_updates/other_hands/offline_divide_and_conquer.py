import sys

CHANGE, ASK = 0, 1


def read_events():
    tok = sys.stdin.read().split()
    n, q = int(tok[0]), int(tok[1])
    events = [(i, CHANGE, int(tok[i + 1]), 0) for i in range(1, n + 1)]
    questions = 0
    for k in range(n + 2, n + 2 + 3 * q, 3):
        a, b = int(tok[k + 1]), int(tok[k + 2])
        if tok[k] == "+":
            events.append((a, CHANGE, b, 0))
        else:
            events.append((b, ASK, questions, 1))
            events.append((a - 1, ASK, questions, -1))
            questions += 1
    return events, questions


def conquer(ev, lo, hi, answer):
    """ev[lo:hi] leaves sorted by position; early changes were added to later questions"""
    if hi - lo < 2:
        return
    mid = (lo + hi) // 2
    conquer(ev, lo, mid, answer)
    conquer(ev, mid, hi, answer)
    merged = []
    i, j, acc = lo, mid, 0
    while j < hi:
        if i < mid and ev[i][0] <= ev[j][0]:
            if ev[i][1] == CHANGE:
                acc += ev[i][2]
            merged.append(ev[i])
            i += 1
        else:
            if ev[j][1] == ASK:
                answer[ev[j][2]] += ev[j][3] * acc
            merged.append(ev[j])
            j += 1
    merged += ev[i:mid]
    ev[lo:hi] = merged


events, questions = read_events()
answer = [0] * questions
conquer(events, 0, len(events), answer)
print("\n".join(map(str, answer)))
