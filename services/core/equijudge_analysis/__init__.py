"""Analysis of strangers' sources in a child process: the parent's side.

A package of its own because both the client and the verifier need it, which may not import each other, and because
the core, which does the analysis, starts no processes.
"""

from equijudge_analysis.analyst import AnalysisFailed, Analyst, Limits

__all__ = ["AnalysisFailed", "Analyst", "Limits"]
