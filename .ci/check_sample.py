"""Checks that the sample archive went in whole and that its main search answers: the right articles first, the words marked.

    check_sample.py INDEX_REPORT SEARCH_RESPONSE
"""
import json
import pathlib
import sys

index, search = (json.loads(pathlib.Path(path).read_text("utf8")) for path in sys.argv[1:])
hits = search["hits"]
marked = {h["field"]: h["html"] for h in hits[0]["highlights"]} if hits else {}
wanted = {
    "at least 120 articles were added": index["added"] >= 120,
    "no page was refused": index["refused"] == 0,
    "articles were found": search["total"]["value"] >= 1 and len(hits) >= 1,
    "लावरोव is marked in the first headline or body": any("<mark>लावरोव" in marked.get(field, "") for field in ("headline", "body")),
    "पाकिस्तान is marked in the first headline or body": any("<mark>पाकिस्तान" in marked.get(field, "") for field in ("headline", "body")),
    "scores fall": all(a["score"] >= b["score"] for a, b in zip(hits, hits[1:])),
    "spans are what is marked": all(
        h["html"].count("<mark>") == len(h["spans"]) for hit in hits for h in hit["highlights"]),
}
for what, holds in wanted.items():
    print(("ok      " if holds else "FAILED  ") + what)
sys.exit(0 if all(wanted.values()) else 1)
