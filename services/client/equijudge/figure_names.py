"""The names of figures: what each means in a few words, and which are shown without being asked for."""

from __future__ import annotations

import re

# Shown only on request: the fine level, parts of other figures, and what repeats others at a smaller size.
_DETAILS = re.compile(
    r"verdict_|ie$|unparseable$|.*_fine|.*collision|coverage_all|distinct_[23]|unique_(text|ast|bytecode)"
)
_MEANING = {
    "points_share": "mean share of the problem's points",
    "pass": "at least one of k samples is correct",
    "best_of": "a sample of k that passes the public tests is right",
    "majority": "a sample of the largest class of equal outputs among k is right",
    "coverage": "clusters that k samples reach, correct ones",
    "coverage_all": "clusters that k samples reach, right or wrong",
    "coverage_given_correct": "clusters that k correct samples reach",
    "recall": "share of the reference's clusters that k samples reach",
    "novel": "clusters beyond the reference's that k samples reach",
    "unique_alpha": "different correct programs among k, names aside",
    "unique_ast": "different correct programs among k, layout aside",
    "unique_text": "different correct texts among k",
    "effective_clusters": "1 / chance that two correct samples share a cluster",
    "calibration_ratio": "that chance over the reference's",
    "entropy_clusters": "exp of the entropy of correct samples' clusters",
    "self_bleu": "lower is more diverse",
    "ead": "different n-grams, adjusted for length",
    "distinct_1": "different tokens of all",
    "distinct_4": "different 4-grams of all",
    "distance:ast": "mean distance of syntax trees",
    "vendi:ast": "effective number of different syntax trees",
}  # fmt: skip


def is_main(name: str) -> bool:
    """Whether a figure is shown without being asked for."""
    return not _DETAILS.match(name)


def meaning_of(name: str) -> str:
    """Describe a figure in a few words; '' for one that needs none."""
    stem = name.partition("@")[0]
    if stem in _MEANING:
        return _MEANING[stem]
    found = _MEANING.get(stem.removesuffix("_correct"), "")
    return f"{found}; correct samples alone" if found else ""
