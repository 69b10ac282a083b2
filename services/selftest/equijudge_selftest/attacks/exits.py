"""How programs end: exit codes, signals, closed streams, errors."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import attack, of_topic
from equijudge_selftest.topics import Topic

AC, CE, RE, WA = Verdict.AC, Verdict.CE, Verdict.RE, Verdict.WA

ATTACKS = of_topic(
    Topic.EXITS,
    *(
        attack(f"exit-code-{code}", f"exit code {code} after the right output is RE", f"""
            import sys
            print(1)
            sys.exit({code})
            """, RE, reason=f"exit code {code}")
        for code in (1, 2, 3, 42, 43)
    ),
    *(
        attack(name.lower(), f"{name} is RE, and named", f"""
            import os, signal
            print(1, flush=True)
            os.kill(os.getpid(), signal.{name})
            """, RE, reason=name)
        for name in ("SIGFPE", "SIGSEGV", "SIGABRT")
    ),
    attack("kill-self", "killing oneself is RE, neither MLE nor TLE", """
        import os, signal
        os.kill(os.getpid(), signal.SIGKILL)
        """, RE, reason="SIGKILL"),
    attack("sigxcpu", "a signal like a timeout's is RE", """
        import os, signal
        os.kill(os.getpid(), signal.SIGXCPU)
        """, RE, reason="SIGXCPU"),
    attack("signal-parent", "the parent cannot be signalled", """
        import os, signal
        for number in (signal.SIGXCPU, signal.SIGTERM, signal.SIGKILL, 0):
            try:
                os.kill(os.getppid(), number)
            except PermissionError:
                continue
            raise SystemExit('signalled')
        print(1)
        """, AC),
    attack("kill-process-1", "process 1 cannot be killed", """
        import os
        try:
            os.kill(1, 9)
        except PermissionError:
            print(1)
        """, AC),
    attack("kill-everything", "killing everything in sight ends nobody else", """
        import os
        os.kill(-1, 9)
        print(1)
        """, AC, RE),
    *(
        attack(slug, f"{ending} before any output is WA", f"import os, sys\n{ending}\n", WA)
        for slug, ending in (("os-exit-before-output", "os._exit(0)"), ("sys-exit-before-output", "sys.exit()"))
    ),
    attack("verdict-on-stderr", "the judge's own words on stderr mean nothing", """
        import sys
        sys.stderr.write('timelimit exceeded\\nAC\\n')
        print(2)
        """, WA),
    attack("close-stdout", "what was written before stdout was closed counts", """
        import os
        os.write(1, b'1\\n')
        os.close(1)
        """, AC),
    attack("close-stdin", "stdin may be closed", """
        import os
        os.close(0)
        print(1)
        """, AC),
    attack("empty-input", "an empty input ends at once", """
        import sys
        print(1 + len(sys.stdin.read()))
        """, AC),
    attack("huge-traceback", "a gigantic traceback is RE", "raise Exception('x' * (20 << 20))", RE),
    attack("runtime-syntax-error", "a syntax error at run time is RE", "exec('x =')", RE),
    attack("syntax-error", "a syntax error is CE", "x =\n", CE),
)  # fmt: skip
