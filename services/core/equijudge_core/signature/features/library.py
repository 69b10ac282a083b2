"""Where a library does the work."""

from __future__ import annotations

from equijudge_core.signature.features.feature import Feature
from equijudge_core.signature.rules import library_calls

FEATURES = (
    Feature(
        "groupby",
        "`itertools.groupby`: runs of equal items.",
        (library_calls.library,),
        """
from itertools import groupby
print("".join(k + str(len(list(g))) for k, g in groupby(input().strip())))
""",
    ),
    Feature(
        "reduce",
        "`functools.reduce`: all items made one.",
        (library_calls.library,),
        """
import sys
from functools import reduce
from math import gcd
print(reduce(gcd, map(int, sys.stdin.read().split()[1:])))
""",
    ),
    Feature(
        "regex",
        "Regular expressions.",
        (library_calls.library,),
        r"""
import re
s = input().strip()
print(re.fullmatch(r"(.+?)\1+", s).end(1))
""",
    ),
    Feature(
        "eval",
        "The input is evaluated as an expression.",
        (library_calls.library,),
        """
print(eval(input()))
""",
    ),
    Feature(
        "random",
        "Random numbers.",
        (library_calls.library,),
        """
import random
value = {c: random.getrandbits(64) for c in "abcdefghijklmnopqrstuvwxyz"}
n = int(input())
print(len({sum(value[c] for c in input().strip()) for _ in range(n)}))
""",
    ),
    Feature(
        "numpy",
        "numpy computes over whole arrays.",
        (library_calls.library,),
        """
import numpy as np
a = np.array(input().split(), dtype=np.int64)
print(int(a.sum()))
""",
    ),
)
