"""Whole commands, start of the process included."""
import statistics
import time

from .programs import print_table, run, write_articles

WORDS = 1000  # of the page that is audited


def write_page(setup):
    """A page of WORDS words, out of articles that are in no corpus."""
    folder = write_articles(setup, setup.work / "page", 4, 123456789)
    words, lines = 0, []
    text = "".join(file.read_text("utf-8") for file in sorted(folder.rglob("*.txt")))
    for line in text.split("\n"):
        if words >= WORDS:
            break
        words += len(line.split())
        lines.append(line)
    page = setup.work / "page.txt"
    page.write_text("\n".join(lines) + "\n", "utf-8")
    return page, words


def timed(name, command, rounds, fine=(0,), before=lambda: None):
    before()
    run(command, fine)
    costs = []
    for _ in range(rounds):
        before()
        costs.append(run(command, fine))
    walls = [cost.wall * 1000 for cost in costs]
    return [name, f"{min(walls):.0f} ms", f"{statistics.median(walls):.0f} to {max(walls):.0f} ms",
            f"{1000 * min(cost.cpu for cost in costs):.0f} ms", f"{max(cost.memory for cost in costs):.0f} MB"]


def measure(setup, corpus):
    page, words = write_page(setup)
    index = [setup.program("claimbase-index"), "update", "--quiet", "--database", corpus.store, corpus.folder]
    query = [setup.program("claimbase"), "--database", corpus.store]
    edited = sorted(corpus.folder.rglob("*.txt"))[0]
    original = edited.read_bytes()

    def edit():
        edited.write_bytes(original + f"\nAdded at {time.time_ns()}.\n".encode())

    rounds = setup.rounds
    rows = [timed("claimbase --version", query[:1] + ["--version"], rounds),
            timed("search magnesium", query + ["search", "magnesium"], rounds),
            timed("search blood pressure", query + ["search", "blood", "pressure"], rounds),
            timed("search, as typed", query + ["search", "--no-expand", "blood", "pressure"], rounds),
            timed("claims of a substance", query + ["claims", "--substance", "magnesium"], rounds),
            timed("evidence for a claim", query + ["evidence", "magnesium lowers blood pressure"], rounds, (0, 1)),
            timed(f"audit, {words} words", query + ["audit", page], rounds, (0, 1)),
            timed(f"audit, {words} words, by law only", query + ["audit", "--no-index", page], rounds, (0, 1)),
            timed("update, nothing to do", index, rounds)]
    try:
        rows.append(timed("update, one article changed", index, rounds, before=edit))
    finally:
        edited.write_bytes(original)
        run(index)
    print_table(f"Whole commands, {corpus.articles} articles",
                ["command", "least", "middle to greatest", "least CPU", "memory at most"], rows)
