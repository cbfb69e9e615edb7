"""Showing where a promise stands in the texts that are kept."""

import click

from bilateral_tracker.cli.context import Session, screen_width
from bilateral_tracker.domain.history import History


def show_passages(session: Session, history: History) -> None:
    """Prints the passage of each citation, the quote marked, or why it cannot be shown."""
    from bilateral_tracker.cli.citing import cited_sources
    from bilateral_tracker.reports.passage import passage

    sources = cited_sources(session, history)
    citations = [*history.commitment.citations, *(one.citation for one in history.restatements)]
    if not citations:
        click.echo(f"{history.commitment.ref} cites no source.", err=True)
    for at, one in enumerate(citations):
        text = session.reading.source_text(one.source)
        lines = passage(one, sources.get(one.source), text, screen_width())
        click.echo("\n".join([*([""] if at else []), *lines]))
