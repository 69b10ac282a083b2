"""Inputs of weighted_jobs: one job, all touching, all alike, one long job against many short ones, a greedy trap."""


def case(jobs):
    return f"{len(jobs)}\n" + "".join(f"{s} {e} {v}\n" for s, e, v in jobs)


def cases(rng):
    def jobs(n, horizon, length, pay):
        chosen = []
        for _ in range(n):
            s = rng.randint(0, horizon - 1)
            chosen.append((s, min(horizon, s + rng.randint(1, length)), rng.randint(1, pay)))
        return chosen

    chain = [(20 * i, 20 * i + 20, rng.randint(1, 1000)) for i in range(13)]
    rng.shuffle(chain)
    return {
        "public": [
            case([(3, 6, 50), (1, 2, 20), (6, 19, 100), (2, 100, 200)]),
            case([(0, 4, 3), (2, 6, 5), (4, 8, 3)]),
        ],
        "private": [
            case([(0, 300, 1000)]),
            case([(5, 9, 7)] * 6 + [(5, 9, 8), (9, 10, 1), (4, 5, 1)]),
            case([(0, 300, 500)] + [(25 * i, 25 * i + 24, 45) for i in range(12)]),
            case([(0, 10, 100), (1, 2, 10), (2, 3, 10), (4, 6, 10), (10, 300, 1), (9, 299, 120), (0, 9, 5)]),
            case([(299, 300, 4), (0, 1, 9), (0, 300, 12), (1, 299, 1)]),
        ],
        "generated": [
            case(chain),
            case(jobs(13, 300, 60, 1000)),
            case(jobs(13, 300, 120, 1000)),
            case(jobs(13, 30, 8, 40)),
            case(jobs(12, 12, 4, 1000)),
        ],
    }
