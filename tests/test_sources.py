"""`briefgen sources`: the corpus as a table that fits a terminal, and what can be asked of it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main
from tests.test_origins import EARLY, STORY, edited, said
