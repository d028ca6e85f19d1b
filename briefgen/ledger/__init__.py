"""Stage 9, Brief <-> sources: where each sentence stands, why it is there, and proof of both.

`record` turns a brief into a `Ledger`, `store` keeps it as `brief.json` (described by
`brief.schema.json` beside this file), `verify` holds it against the sources, `explain` reads it.
"""

from briefgen.ledger.entries import Ledger
from briefgen.ledger.explain import Explanation, explain, overview, tell
from briefgen.ledger.inputs import materials
from briefgen.ledger.issues import issues
from briefgen.ledger.lines import outcome, passes
from briefgen.ledger.record import record
from briefgen.ledger.store import dump, load, schema
from briefgen.ledger.verify import (
    ArtefactCheck,
    Report,
    SourceCheck,
    State,
    certify,
    check_artefacts,
    verify,
)

__all__ = [
    "ArtefactCheck",
    "Explanation",
    "Ledger",
    "Report",
    "SourceCheck",
    "State",
    "certify",
    "check_artefacts",
    "dump",
    "explain",
    "issues",
    "load",
    "materials",
    "outcome",
    "overview",
    "passes",
    "record",
    "schema",
    "tell",
    "verify",
]
