"""First builds: our whole pipeline, and beside it what FTS5 and Xapian take for the sentences alone."""
import dataclasses

from .programs import ask, print_table, run, write_articles


@dataclasses.dataclass
class Corpus:
    articles: int
    folder: object
    store: object
    megabytes: float = 0


def remove(path):
    for file in path.parent.glob(path.name + "*"):
        file.unlink()


def ours(setup, corpus, jobs):
    remove(corpus.store)
    return run([setup.program("claimbase-index"), "update", "--quiet", "--jobs", str(jobs), "--database", corpus.store,
                corpus.folder])


def least(costs):
    return min(costs, key=lambda each: each.cpu)


def others(setup, corpus):
    """Name -> command of each index that is measured beside ours."""
    beside = setup.work / "beside"
    made = {"FTS5, sentences alone": ["index_floor", corpus.folder, beside.with_suffix(".db")],
            "FTS5, with headings": ["index_floor", corpus.folder, beside.with_suffix(".db"), "headings"]}
    if setup.has("index_xapian"):
        made["Xapian, positions"] = ["index_xapian", corpus.folder, xapian_of(setup, corpus), "positions"]
        made["Xapian, no positions"] = ["index_xapian", corpus.folder, beside.with_suffix(".xapian")]
    return {name: [setup.program(command[0]), *command[1:]] for name, command in made.items()}


def xapian_of(setup, corpus):
    return setup.work / f"articles-{corpus.articles}.xapian"


def build(setup, articles, with_others):
    """Builds all `setup.builds` times, in turn, and prints the least of each. The store stays for what follows."""
    folder = write_articles(setup, setup.work / f"articles-{articles}", articles)
    corpus = Corpus(articles, folder, setup.work / f"articles-{articles}.db")
    corpus.megabytes = sum(file.stat().st_size for file in folder.rglob("*.txt")) / 1e6
    single, parallel, beside = [], [], {}
    for _ in range(setup.builds):
        single.append(ours(setup, corpus, 1))
        for name, command in others(setup, corpus).items() if with_others else ():
            beside.setdefault(name, []).append(ask(command))
        parallel.append(ours(setup, corpus, 2))
    print_builds(corpus, least(single), least(parallel), beside)
    return corpus, least(single).cpu


def print_builds(corpus, single, parallel, beside):
    megabytes = corpus.megabytes

    def row(name, cost, size):
        return [name, f"{cost.cpu:.2f} s", f"{megabytes / cost.cpu:.2f} MB/s", f"{cost.wall:.2f} s",
                f"{1000 * cost.cpu / corpus.articles:.2f} ms", f"{cost.memory:.0f} MB",
                f"{size / 1e6 / megabytes:.2f} MB a MB"]

    size = corpus.store.stat().st_size
    rows = [row("all of it, one job", single, size), row("all of it, two jobs", parallel, size)]
    for name, runs in beside.items():
        found, memory = min(runs, key=lambda each: each[0]["insert_seconds"])
        cpu = found["insert_seconds"]
        rows.append([f"{name}: insert", f"{cpu:.2f} s", f"{megabytes / cpu:.2f} MB/s", "", f"{1000 * cpu / corpus.articles:.2f} ms",
                     f"{memory:.0f} MB", f"{found['store_bytes'] / 1e6 / megabytes:.2f} MB a MB"])
        rows.append([f"ours against it", f"{single.cpu / cpu:.2f} times", "", "", "", "", ""])
    sentences = ""
    if beside:
        found, _ = min(beside["FTS5, sentences alone"], key=lambda each: each[0]["read_seconds"])
        rows.append(["reading and cutting alone", f"{found['read_seconds']:.2f} s",
                     f"{megabytes / found['read_seconds']:.2f} MB/s", "", "", "", ""])
        sentences = f", {found['sentences']} sentences"
    print_table(f"First build: {corpus.articles} articles, {megabytes:.1f} MB{sentences}",
                ["", "CPU", "a core", "clock", "CPU an article", "memory at most", "store"], rows)
