"""What the scripts of this folder share: one run of a command, measured, and the machine that it ran on.

CPU time is of the command and all that it started; memory is the most that one of those processes had. The system counts
what this process has to what it starts, so nothing below some 15 MB is told apart, and no script here reads a text whole.
"""
import os
import platform
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

ROOT = Path(__file__).resolve().parent.parent
OWN = ["fiction-en", "howto-en", "interview-en", "minutes-en", "news-en", "notes-en", "science-en"]


@dataclass
class Run:
    cpu: float
    wall: float
    memory: int  # bytes
    status: int
    output: bytes  # the beginning of it
    late: bool = False


def run(command, stdin=None, timeout=600, most=1 << 20, environment=None):
    """Runs a command to its end, or for so many seconds."""
    with tempfile.TemporaryFile() as out, open(stdin or os.devnull, "rb") as given:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdin=given, stdout=out, stderr=subprocess.DEVNULL, env=environment)
        late = []
        timer = Timer(timeout, lambda: (late.append(True), child.kill()))
        timer.start()
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        timer.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        return Run(
            used.ru_utime + used.ru_stime, wall, used.ru_maxrss * 1024, child.returncode, out.read(most), bool(late)
        )


def turns(commands, rounds, timeout=600):
    """Runs commands by name, each once in every round, one after the other, and keeps the least of each figure."""
    best = {}
    for _ in range(rounds):
        for name, (command, stdin) in commands.items():
            if name in best and (best[name].late or best[name].status != 0):
                continue
            now = run(command, stdin, timeout)
            if name in best:
                now.cpu, now.wall = min(now.cpu, best[name].cpu), min(now.wall, best[name].wall)
                now.memory = min(now.memory, best[name].memory)
            best[name] = now
    return best


def copy(source, target, size):
    """Writes what a command prints, again and again, until the file has about a size and ends where a line does."""
    written = 0
    with open(target, "wb") as file:
        while written < size:
            before = written
            with subprocess.Popen(source, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
                while written < size and (part := child.stdout.read(min(1 << 20, size - written))):
                    written += file.write(part)
                child.kill()
            if written == before:
                raise SystemExit(f"{target}: there is nothing to write into it")
    with open(target, "rb+") as file:
        end = max(0, written - (1 << 20))
        file.seek(end)
        file.truncate(end + file.read().rfind(b"\n") + 1)
    return os.path.getsize(target)


def machine():
    """A line about the machine, and how busy it is."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    rustc = subprocess.run(["rustc", "--version"], capture_output=True, text=True).stdout.strip()
    load = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    processor = f"{os.cpu_count()} × {(names or [platform.machine()])[0]}"
    return f"{processor}, {platform.system()} {platform.release()}, {rustc}; load {load}"


def table(head, rows):
    """A table in Markdown."""
    print("|" + "|".join(f" {it} " for it in head) + "|\n" + "|---" * len(head) + "|")
    for row in rows:
        print("|" + "|".join(f" {it} " for it in row) + "|", flush=True)
    print()
