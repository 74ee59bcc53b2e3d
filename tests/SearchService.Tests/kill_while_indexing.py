#!/usr/bin/env python3
"""Kills `index` with SIGKILL at random times, starts it again, lets it finish, and checks that nothing acknowledged was lost.

    kill_while_indexing.py ARTICLES.jsonl [KILLS]

What is on disk after a kill (read from the store by itself) is what was acknowledged: it must be there ever after, each id once,
and at the end every article of the file must be there and `verify` must be clean. Exit 1 and a sentence when something is not so.
Needs the Release build of src/SearchService.
"""
import json, pathlib, random, sqlite3, subprocess, sys, tempfile, time

root = pathlib.Path(__file__).resolve().parents[2]
program = ["dotnet", str(root / "src/SearchService/bin/Release/net10.0/SearchService.dll")]
source, kills = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10
rng = random.Random(1)


def stored(archive):
    """The ids on disk after a kill, read the way the next start will read them."""
    path = pathlib.Path(archive) / "archive.db"
    if not path.exists():
        return []
    with sqlite3.connect(path) as store:
        try:
            return [row[0] for row in store.execute("SELECT id FROM articles")]
        except sqlite3.OperationalError:
            return []  # killed before the tables were made


def check(ok, sentence):
    if not ok:
        sys.exit(f"FAILED: {sentence}")


def index(archive, **options):
    return subprocess.Popen(program + ["index", source, "--archive", archive, "--json"], stdout=subprocess.PIPE, **options)


with tempfile.TemporaryDirectory() as archive:
    expected = {json.loads(line)["id"] for line in open(source, encoding="utf8")}
    acknowledged, killed = set(), 0
    while killed < kills:
        run = index(archive, stderr=subprocess.DEVNULL)
        time.sleep(rng.uniform(1.0, 7.0))
        if run.poll() is not None:
            print(f"a run finished before its kill, after {len(acknowledged):,} articles; the file is too small for more kills")
            break
        run.kill()
        run.wait()
        killed += 1
        ids = stored(archive)
        check(len(ids) == len(set(ids)), f"an id is stored twice after kill {killed}")
        lost = acknowledged - set(ids)
        check(not lost, f"{len(lost)} acknowledged articles are gone after kill {killed}")
        acknowledged = set(ids)
        print(f"kill {killed}: {len(acknowledged):,} articles on disk", flush=True)
    run = index(archive)
    report = json.loads(run.communicate()[0])
    check(run.returncode == 0, f"the last run ended with {run.returncode}")
    print("last run:", json.dumps(report))
    check(report["added"] + report["unchanged"] == len(expected), "the last run did not see every article")
    check(report["unchanged"] >= len(acknowledged), "an acknowledged article was added again")
    ids = stored(archive)
    check(len(ids) == len(expected) and set(ids) == expected, "the archive does not hold exactly the articles of the file")
    verify = subprocess.run(program + ["verify", "--archive", archive, "--json"], capture_output=True, text=True)
    print("verify:", verify.stdout.strip())
    check(verify.returncode == 0, "verify found something")
    print(f"{killed} kills, nothing lost, nothing twice, verify clean")
