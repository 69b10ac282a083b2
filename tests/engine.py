"""A Docker engine of the tests' own: root, network bridge and socket apart from the machine's engine, so that a
test may kill it. Needs root and Debian's docker.io. What it started is gone after `stop()`."""

from __future__ import annotations

import ipaddress
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

import psutil

GVISOR: Mapping[str, Sequence[str]] = {"runsc": ("/usr/bin/runsc", "--platform=ptrace", "--network=none")}
NETWORKS = ipaddress.ip_network("10.213.0.0/16")


class Engine:
    """`runtimes`: name -> command of further OCI runtimes. Use `url` as DOCKER_HOST."""

    def __init__(self, runtimes: Mapping[str, Sequence[str]] | None = None) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="ej-engine-", dir="/var/tmp"))  # overlayfs cannot lie on a tmpfs
        self.url = f"unix://{self.folder}/docker.sock"
        self._runtimes = {name: {"path": path, "runtimeArgs": more} for name, (path, *more) in (runtimes or {}).items()}
        self._name = self.folder.name.replace("_", "x")[-8:].lower()
        self.bridge, self._cgroup = f"ej-{self._name}", f"/ej-{self._name}"
        self._daemon: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Engine:
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    def start(self) -> None:
        """Return once it answers. Raises RuntimeError with the log's end when it does not."""
        self._make_bridge()
        (self.folder / "daemon.json").write_text(json.dumps({"runtimes": self._runtimes}))
        with (self.folder / "log").open("ab") as log:
            self._daemon = subprocess.Popen(self._command(), stdout=log, stderr=log, start_new_session=True)
        deadline = time.monotonic() + 60
        while subprocess.run(self.docker("version"), capture_output=True, check=False).returncode != 0:
            if self._daemon.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((self.folder / "log").read_text()[-2000:])
            time.sleep(0.1)

    def docker(self, *arguments: str) -> list[str]:
        """The docker command, for this engine."""
        return ["docker", "--host", self.url, *arguments]

    def load(self, image: str) -> None:
        """Copy an image from the machine's engine."""
        with subprocess.Popen(["docker", "save", image], stdout=subprocess.PIPE) as saved:
            subprocess.run(self.docker("load"), stdin=saved.stdout, stdout=subprocess.DEVNULL, check=True)
        assert saved.returncode == 0

    def kill(self) -> None:
        """SIGKILL the daemon and its containerd, as a crash would; containers live on until the next start."""
        assert self._daemon is not None
        family = [psutil.Process(self._daemon.pid), *self._find_containerds()]
        for process in family:
            process.kill()
        self._daemon.wait()
        psutil.wait_procs(family, timeout=10)

    def restart(self) -> None:
        """Orderly down, and up again over the same data: the daemon ends its containers on the way."""
        self._end()
        self.start()

    def stop(self) -> None:
        """End everything of it, containers of a killed daemon included, and remove every trace."""
        self._end()
        kill_all(self._find_processes())
        for mount in sorted(mounts_under(self.folder), reverse=True):
            subprocess.run(["umount", "--lazy", mount], check=True)
        subprocess.run(["ip", "link", "delete", self.bridge], capture_output=True, check=False)  # may never have been
        for group in Path("/sys/fs/cgroup").glob(f"**{self._cgroup}"):
            remove_groups(group)
        shutil.rmtree(self.folder)

    def _end(self) -> None:
        if self._daemon is None:
            return
        self._daemon.terminate()
        try:
            self._daemon.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.kill()

    def _command(self) -> list[str]:
        return [
            "dockerd", "--config-file", f"{self.folder}/daemon.json", "--host", self.url,
            "--data-root", f"{self.folder}/data", "--exec-root", f"{self.folder}/exec",
            "--pidfile", f"{self.folder}/pid", "--cgroup-parent", self._cgroup, "--shutdown-timeout", "5",
            "--bridge", self.bridge,  # `none` would delete docker0, which is the machine's engine's
            "--iptables=false", "--ip6tables=false", "--ip-forward=false", "--ip-masq=false",
        ]  # fmt: skip

    def _make_bridge(self) -> None:
        if Path(f"/sys/class/net/{self.bridge}").exists():
            return
        subprocess.run(["ip", "link", "add", self.bridge, "type", "bridge"], check=True)
        network = NETWORKS[4 * (os.getpid() % 16384) + 1]
        subprocess.run(["ip", "address", "add", f"{network}/30", "dev", self.bridge], check=True)

    def _find_containerds(self) -> list[psutil.Process]:
        return [process for process in self._find_processes() if is_named(process, "containerd.toml")]

    def _find_processes(self) -> list[psutil.Process]:
        """containerd and its shims, which name the folder, and all that is below them."""
        own = [process for process in psutil.process_iter() if is_named(process, str(self.folder))]
        below = [child for process in own for child in children(process)]
        return list({process.pid: process for process in [*own, *below]}.values())


def is_named(process: psutil.Process, text: str) -> bool:
    """Whether its command line has the text in it."""
    try:
        return process.pid != os.getpid() and any(text in word for word in process.cmdline())
    except psutil.Error:
        return False


def children(process: psutil.Process) -> list[psutil.Process]:
    """All below it; none when it has gone."""
    try:
        return process.children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def kill_all(processes: list[psutil.Process]) -> None:
    """SIGKILL each of them, by its id, and wait for their end."""
    for process in processes:
        try:
            process.send_signal(signal.SIGKILL)
        except psutil.NoSuchProcess:
            continue
    _, alive = psutil.wait_procs(processes, timeout=10)
    left = [process for process in alive if process.is_running() and process.status() != psutil.STATUS_ZOMBIE]
    if left:
        raise RuntimeError(f"processes do not end: {left}")


def mounts_under(folder: Path) -> list[str]:
    """Mount points of this namespace at or below the folder."""
    points = [line.split()[4] for line in Path("/proc/self/mountinfo").read_text().splitlines()]
    return [point for point in points if Path(point).is_relative_to(folder)]


def remove_groups(group: Path) -> None:
    """A control group and those below it, empty of processes by now."""
    for below in sorted(group.glob("**/"), reverse=True):
        below.rmdir()
