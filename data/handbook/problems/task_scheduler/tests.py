"""Inputs of task_scheduler: no pause, one kind, no waiting needed, several most frequent kinds."""


def case(k, tasks):
    return f"{k}\n{tasks}\n"


def cases(rng):
    def some(n, letters):
        return "".join(rng.choice(letters) for _ in range(n))

    return {
        "public": [case(2, "AAABBB"), case(0, "AAABBB"), case(1, "ACABDB")],
        "private": [
            case(5, "Q"),
            case(30, "ZZZZZZ"),
            case(2, "AAAAAABCDEFG"),
            case(3, "ABCDABCDABCD"),
            case(2, "AABBCCDDEEFF"),
        ],
        "generated": [
            case(30, some(300, "AAABCDE")),
            case(10, some(300, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")),
            case(7, some(300, "MMMNNNOPQRSTUV")),
            case(25, some(200, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")),
        ],
    }
