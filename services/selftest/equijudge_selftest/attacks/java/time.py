"""Java programs that will not end, and some that end just in time. The runtime's own threads count too."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import BUSY, LIMITS, MIB, QUICK, in_language, of_topic
from equijudge_selftest.attacks.java.source import runs
from equijudge_selftest.topics import Topic

AC, RE, TLE = Verdict.AC, Verdict.RE, Verdict.TLE
SLOW = QUICK.model_copy(update={"cpu_time_s": 1.0, "wall_time_s": 2.0})
TWO_SECONDS = BUSY.model_copy(update={"cpu_time_s": 2.0})
BURN = """
static void burn(double seconds) {
    var clock = java.lang.management.ManagementFactory.getThreadMXBean();
    long end = clock.getCurrentThreadCpuTime() + (long) (seconds * 1e9);
    while (clock.getCurrentThreadCpuTime() < end) { }
}
"""
SPIN = "static void spin() { for (long n = 0;; n++) sink = n; }\nstatic volatile long sink;"

ATTACKS = in_language("java", of_topic(
    Topic.TIME,
    runs("busy-loop", "a busy loop is TLE by CPU time", "spin();", TLE, members=SPIN, limits=BUSY, reason="cpu time"),
    runs("sleep-forever", "a sleeper is TLE by wall time", "Thread.sleep(60000);", TLE, limits=SLOW,
         reason="wall time"),
    runs("output-then-loop", "the right output and then a loop is TLE", "System.out.println(1); spin();", TLE,
         members=SPIN,
         limits=BUSY, reason="cpu time"),
    runs("short-sleep", "a sleeper that ends by itself is judged by its answer",
         "Thread.sleep(700); System.out.println(1);", AC,
         limits=LIMITS),
    runs("two-busy-threads", "the CPU time of two threads, each within the limit, is summed", """
        Thread other = new Thread(() -> burn(1.6));
        other.start();
        burn(1.6);
        other.join();
        System.out.println(1);
        """, TLE, members=BURN, limits=TWO_SECONDS, reason="cpu time"),
    runs("within-limit", "two thirds of the limit and the start of the runtime are accepted",
         "burn(1.3); System.out.println(1);", AC,
         members=BURN, limits=TWO_SECONDS),
    runs("busy-machine", "two thirds of the limit beside a busy machine are accepted",
         "burn(1.3); System.out.println(1);", AC,
         members=BURN, limits=TWO_SECONDS, beside_load=True),
    runs("swallowed-errors", "swallowing every error does not help", """
        for (;;) try { if (words.length == 0) throw new StackOverflowError(); } catch (Throwable all) { }
        """, TLE, limits=BUSY, reason="cpu time"),
    runs("ignored-signals", "signals that are handled do not help", """
        for (String name : new String[] {"TERM", "INT", "HUP", "XCPU", "ALRM", "PROF", "VTALRM", "ABRT"})
            try { sun.misc.Signal.handle(new sun.misc.Signal(name), s -> { });
                } catch (IllegalArgumentException taken) { }
        spin();
        """, TLE, members=SPIN, limits=BUSY, reason="cpu time"),
    runs("busy-daemon", "the CPU time of other threads counts while the first sleeps", """
        Thread daemon = new Thread(Main::spin);
        daemon.setDaemon(true);
        daemon.start();
        Thread.sleep(60000);
        """, TLE, members=SPIN, limits=BUSY, reason="cpu time"),
    runs("busy-collector", "the CPU time of the collector counts", """
        List<Object> held = new LinkedList<>();
        for (int n = 0; n < 400000; n++) held.add(new int[2]);
        for (;;) System.gc();
        """, TLE, limits=BUSY, reason="cpu time"),
    runs("busy-children", "the CPU time of other programs that were started counts", """
        new ProcessBuilder("sh", "-c", "while :; do :; done").start().waitFor();
        """, TLE, limits=BUSY, reason="cpu time"),
    runs("parallel-streams", "streams on all cores are summed", """
        java.util.stream.LongStream.range(0, Long.MAX_VALUE).parallel().map(n -> n * n % 7).sum();
        """, TLE, limits=BUSY, reason="cpu time"),
    runs("busy-shutdown-hook", "a hook that never ends is TLE", """
        Runtime.getRuntime().addShutdownHook(new Thread(Main::spin));
        System.out.println(1);
        """, TLE, members=SPIN, limits=BUSY, reason="cpu time"),
    runs("waiting-thread", "a thread that keeps the runtime alive is TLE by wall time", """
        new Thread(() -> { synchronized (Main.class) { try { Main.class.wait(); } catch (InterruptedException e) {
            } } }).start();
        System.out.println(1);
        """, TLE, limits=SLOW, reason="wall time"),
    runs("busy-initialiser", "a loop while the class is initialised is TLE", "System.out.println(1);", TLE,
         members=f"{SPIN}\nstatic {{ spin(); }}", limits=BUSY, reason="cpu time"),
    runs("busy-with-unread-input", "a busy program with a large unread input ends in time", "spin();", TLE,
         members=SPIN,
         limits=BUSY, stdin_bytes=20 * MIB, reason="cpu time"),
))  # fmt: skip
