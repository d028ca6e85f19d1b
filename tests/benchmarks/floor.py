"""What a summary costs beside the floor, `CountVectorizer` merely tokenising the same texts.

    python tests/benchmarks/floor.py FILE

Prints, as JSON, the seconds of processor time that the floor and each stage of `briefgen summarize`
take for the first line of a file. Start-up is not in them, since everything has met another text
before; what it remembers of endings has to be learnt anew, as in a run of its own.
"""

import gc
import json
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

from sklearn.feature_extraction.text import CountVectorizer

from briefgen.pick import condense
from briefgen.read.jsonlines import requests
from briefgen.salience import weigh_for
from briefgen.split import split

WORDS = 300
OTHER = {
    "text": "Aid came to the port. Rebels left on 5 May, the U.N. said. “It is over,” he said."
}


def costs(line: str) -> dict[str, float]:
    """Return the seconds that each step takes."""
    texts = [one["text"] for one in json.loads(line)["documents"]]
    laps = {"start": time.process_time()}

    def lap(name: str, _: Any) -> None:
        laps[name] = time.process_time()

    lap("floor", CountVectorizer().fit(texts))
    [request] = requests([line.encode()], "line")
    lap("read", request)
    lap("split", sentences := split(request.documents))
    lap("weigh", candidates := weigh_for(sentences, ""))
    lap("pick", condense(candidates, sentences, WORDS))
    return {name: laps[name] - laps[before] for before, name in pairwise(laps)}


def main() -> None:
    gc.set_threshold(100_000, 50, 50)  # as `briefgen` does
    costs(json.dumps({"id": 0, "documents": [OTHER] * 30}))
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        print(json.dumps(costs(file.readline())))


if __name__ == "__main__":
    main()
