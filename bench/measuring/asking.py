"""Queries in one process, ours and Xapian's in turn."""
import subprocess

from .building import xapian_of
from .programs import ask, print_table

ROUNDS = 3


def queries_of(setup, corpus):
    file = setup.work / f"articles-{corpus.articles}.queries.tsv"
    if not file.exists():
        drawn = subprocess.run([setup.program("draw_queries"), corpus.folder, str(setup.queries)], check=True,
                               capture_output=True).stdout
        file.write_bytes(drawn)
    return file


def milliseconds(times):
    return [f"{times[key]:.2f}" for key in ("p50", "p90", "p99")]


def measure(setup, corpus):
    queries = queries_of(setup, corpus)
    ours, _ = ask([setup.program("search_ours"), corpus.store, queries, str(ROUNDS)])
    xapian = {}
    if setup.has("search_xapian") and xapian_of(setup, corpus).exists():
        xapian, _ = ask([setup.program("search_xapian"), xapian_of(setup, corpus), queries, str(ROUNDS)])
    rows = []
    for kind, times in ours["top"].items():
        beside = xapian.get(kind)
        rows.append([kind, str(times["queries"]), *milliseconds(times), f"{times['first p99']:.2f}",
                     *(milliseconds(beside) if beside else ["", "", ""]),
                     f"{times['p50'] / beside['p50']:.2f}, {times['p99'] / beside['p99']:.2f}" if beside else ""])
    print_table(f"Ten best sentences, milliseconds of CPU a query, {corpus.articles} articles",
                ["query", "asked", "p50", "p90", "p99", "p99 when first asked", "Xapian p50", "p90", "p99",
                 "ours to Xapian's, p50, p99"], rows)
    print(f"\nWhat ranking reads before its first query: {ours['open']:.1f} ms of CPU.")
    rows = [[name, str(times["queries"]), *milliseconds(times), f"{times['first p99']:.2f}"]
            for name, times in ours["search"].items()]
    print_table(f"The whole search of two words in one process, milliseconds of CPU, {corpus.articles} articles",
                ["search", "asked", "p50", "p90", "p99", "p99 when first asked"], rows)
