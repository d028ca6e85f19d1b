-- The journal of what was mailed to whom: what people decided and servers answered. It can be made
-- from nothing else, so it is never made anew over a file that is there.

CREATE TABLE entry (
  issue      TEXT    NOT NULL,
  recipient  TEXT    NOT NULL,  -- the address, small letters
  edition    TEXT    NOT NULL,  -- SHA-256 of the issue's marking and words
  correction INTEGER NOT NULL CHECK (correction IN (0, 1)),
  state      TEXT    NOT NULL CHECK (state IN ('queued', 'data', 'sent', 'failed', 'unknown')),
  attempts   INTEGER NOT NULL CHECK (attempts >= 0),
  changed    TEXT    NOT NULL,  -- UTC, as are all times
  due        TEXT    NOT NULL,  -- a queued message is not tried before
  words      TEXT    NOT NULL,  -- the server's, or why there are none
  UNIQUE (issue, recipient, edition)
) STRICT;

CREATE TABLE change (
  issue     TEXT NOT NULL,
  recipient TEXT NOT NULL,
  edition   TEXT NOT NULL,
  state     TEXT NOT NULL,
  at        TEXT NOT NULL,
  words     TEXT NOT NULL
) STRICT;

CREATE TABLE approval (
  issue   TEXT NOT NULL,
  edition TEXT NOT NULL,
  who     TEXT NOT NULL,
  at      TEXT NOT NULL,
  UNIQUE (issue, edition)
) STRICT;

CREATE TABLE IF NOT EXISTS settled (  -- addresses that a person has decided get nothing more
  recipient TEXT NOT NULL UNIQUE,
  why       TEXT NOT NULL,
  who       TEXT NOT NULL,
  at        TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS quoted (  -- what an edition quotes, as a JSON list
  issue     TEXT NOT NULL,
  edition   TEXT NOT NULL,
  sentences TEXT NOT NULL,
  UNIQUE (issue, edition)
) STRICT;

CREATE TABLE holder (  -- who has the lock, as long as someone has
  process TEXT NOT NULL,
  since   TEXT NOT NULL
) STRICT;

CREATE TRIGGER sent_is_final BEFORE UPDATE ON entry WHEN OLD.state = 'sent'
BEGIN SELECT RAISE (ABORT, 'what is sent stays sent'); END;

CREATE TRIGGER nothing_is_forgotten BEFORE DELETE ON entry
BEGIN SELECT RAISE (ABORT, 'what was decided is not forgotten'); END;
