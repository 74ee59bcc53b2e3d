"""Sums test results (.trx) and prints one line, "N passed, N failed, N skipped"; exit 1 when a test failed or none ran.

    sum_tests.py FOLDER
"""
import collections
import pathlib
import sys
import xml.etree.ElementTree as xml

outcomes = collections.Counter()
for file in pathlib.Path(sys.argv[1]).rglob("*.trx"):
    for result in xml.parse(file).iter("{http://microsoft.com/schemas/VisualStudio/TeamTest/2010}UnitTestResult"):
        outcomes[result.get("outcome")] += 1
passed, skipped = outcomes["Passed"], outcomes["NotExecuted"]
failed = outcomes.total() - passed - skipped
print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(0 if passed and not failed else 1)
