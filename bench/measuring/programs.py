"""Running programs, and what they took."""
import dataclasses
import json
import os
import pathlib
import subprocess
import sys
import time


@dataclasses.dataclass
class Cost:
    """Of one run: seconds by the clock and of the processor, most megabytes of memory."""
    wall: float
    cpu: float
    memory: float


@dataclasses.dataclass
class Setup:
    """What to measure with: the folder of a build, that of corpora and stores, how often to repeat."""
    build: pathlib.Path
    work: pathlib.Path
    builds: int
    rounds: int
    queries: int

    def program(self, name):
        return self.build / {"claimbase": "query", "claimbase-index": "indexer"}.get(name, "bench") / name

    def has(self, name):
        return self.program(name).exists()


def run(command, fine=(0,)):
    """Runs it with its output thrown away; ends all where its exit code is not one of `fine`."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    code = os.waitstatus_to_exitcode(status)
    if code not in fine:
        sys.exit(f"bench/run: exit {code}: {' '.join(map(str, command))}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def ask(command):
    """Runs a benchmark program that prints one object of JSON; the object, and the most megabytes of memory."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    text = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"bench/run: failed: {' '.join(map(str, command))}")
    return json.loads(text), usage.ru_maxrss / 1024


def write_articles(setup, folder, *numbers):
    """Made only where they are missing, and whole or not at all."""
    if folder.exists():
        return folder
    unfinished = folder.with_suffix(".unfinished")
    subprocess.run(["rm", "-rf", unfinished], check=True)
    subprocess.run([setup.program("write_articles"), unfinished, *map(str, numbers)], check=True)
    unfinished.rename(folder)
    return folder


def print_table(title, head, rows):
    """In Markdown, as docs/benchmarks.md has it."""
    print(f"\n### {title}\n\n| {' | '.join(head)} |\n|{'---|' * len(head)}")
    for row in rows:
        print(f"| {' | '.join(row)} |", flush=True)
