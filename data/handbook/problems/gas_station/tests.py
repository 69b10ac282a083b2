"""Inputs of gas_station: one station, no gas at all, just too little, several good starts, the last one good, long near misses."""


def case(gas, cost):
    return f"{len(gas)}\n{' '.join(map(str, gas))}\n{' '.join(map(str, cost))}\n"


def cases(rng):
    def ring(n, top, spare):
        """Random numbers whose total is gas - cost = spare."""
        cost = [rng.randint(1, top) for _ in range(n)]
        gas = cost[:]
        rng.shuffle(gas)
        while spare > 0:
            gas[rng.randrange(n)] += 1
            spare -= 1
        while spare < 0:
            i = rng.randrange(n)
            if gas[i]:
                gas[i] -= 1
                spare += 1
        return case(gas, cost)

    n = 180
    late_gas = [rng.randint(3, 9) for _ in range(n)]
    late_cost = [g + rng.randint(-1, 1) for g in late_gas]
    late_gas[-1] += sum(late_cost) - sum(late_gas) + 2 if sum(late_cost) >= sum(late_gas) else 3
    return {
        "public": [case([1, 2, 3, 4, 5], [3, 4, 5, 1, 2]), case([2, 3, 4], [3, 4, 3])],
        "private": [
            case([0], [0]),
            case([4], [5]),
            case([2, 0, 2, 0, 2, 0], [1, 1, 1, 1, 1, 1]),
            case([1, 5, 0, 3, 0, 1, 2, 0], [2, 1, 3, 0, 4, 0, 1, 1]),
            case([5, 0, 9, 0, 0], [7, 1, 2, 3, 0]),
        ],
        "generated": [
            ring(200, 100, 0),
            ring(200, 900, -1),
            case(late_gas, late_cost),
            ring(150, 5, 2),
            ring(12, 3, 0),
        ],
    }
