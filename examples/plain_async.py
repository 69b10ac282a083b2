"""Rewards in a loop of one's own: ask for each sample as it comes; what comes close together is one request.

python examples/plain_async.py
"""

from __future__ import annotations

import asyncio

from equijudge.rewards import reward

# A stored problem's id or a row of any format that docs/formats.md lists does as well.
SUM = {"inputs": ["1 2\n", "10 -4\n", "0 0\n"], "outputs": ["3\n", "6\n", "0\n"]}
DOUBLE = {"fn_name": "double", "inputs": [[2], [-1]], "outputs": [4, -2]}

SAMPLES = {
    "sums": (SUM, "Sure:\n```python\nprint(sum(map(int, input().split())))\n```"),
    "sums, too": (SUM, "a, b = map(int, input().split())\nprint(a + b)"),
    "is right by chance": (SUM, "```python\nprint(3)\n```"),
    "has no program": (SUM, "I do not know."),
    "is called": (DOUBLE, "def double(n):\n    return 2 * n"),
}


async def main() -> dict[str, float | None]:
    """Ask for the reward of every sample at once. None would be one without a verdict: leave that sample out."""
    values = await asyncio.gather(*(reward(problem, text, right=1.0, wrong=-1.0) for problem, text in SAMPLES.values()))
    return dict(zip(SAMPLES, values, strict=True))


if __name__ == "__main__":
    for name, value in asyncio.run(main()).items():
        print(f"{value:5} {name}")
