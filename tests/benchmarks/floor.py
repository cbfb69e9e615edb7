"""The least that a program like this can cost: click and sqlite3 imported, one indexed question asked, rows printed.

python floor.py REGISTER DAY
"""

import sqlite3
import sys

import click

register, day = sys.argv[1:]
connection = sqlite3.connect(f"file:{register}?mode=ro", uri=True)
for row in connection.execute(
    "SELECT ref, overdue_from, title FROM commitment WHERE overdue_from <= ? LIMIT 20", (day,)
):
    click.echo("\t".join(row))
