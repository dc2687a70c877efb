-- Summaries, filled by folding the events of one stream at a time. They can be emptied and filled again; nothing is
-- kept here that does not follow from the events. Every table begins with the stream whose rows are replaced together.
CREATE TABLE p_partnerships(
    stream INTEGER PRIMARY KEY,
    uid BLOB NOT NULL,
    name TEXT NOT NULL,
    key TEXT NOT NULL  -- the name as it is compared
) STRICT;
CREATE INDEX p_partnerships_key ON p_partnerships(key);

-- grp: which partnership and group, as one 16-byte value. Times: UTC, milliseconds since 1970.
CREATE TABLE p_meetings(
    stream INTEGER PRIMARY KEY,
    uid BLOB NOT NULL,
    grp BLOB NOT NULL,
    title TEXT NOT NULL,
    group_name TEXT NOT NULL,
    partnership_name TEXT NOT NULL,
    place TEXT NOT NULL,
    source TEXT NOT NULL,
    date TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    opened_offset INTEGER NOT NULL,
    closed_at INTEGER,
    closed_offset INTEGER,
    planned_start INTEGER,
    planned_minutes INTEGER NOT NULL,
    buffer_minutes INTEGER NOT NULL,
    length_ms INTEGER NOT NULL,
    rested_ms INTEGER NOT NULL,
    people INTEGER NOT NULL,
    present INTEGER NOT NULL,
    decisions INTEGER NOT NULL,
    actions INTEGER NOT NULL,
    parked INTEGER NOT NULL,
    concerns INTEGER NOT NULL,
    terms INTEGER NOT NULL,
    facilitator TEXT NOT NULL,
    host TEXT NOT NULL,
    next_date TEXT
) STRICT;
CREATE UNIQUE INDEX p_meetings_uid ON p_meetings(uid);
CREATE INDEX p_meetings_opened ON p_meetings(opened_at, stream);
CREATE INDEX p_meetings_source ON p_meetings(source, opened_at);
CREATE INDEX p_meetings_open ON p_meetings(opened_at, stream) WHERE closed_at IS NULL;
CREATE INDEX p_meetings_group ON p_meetings(grp, opened_at) WHERE closed_at IS NOT NULL;

CREATE TABLE p_attendance(
    stream INTEGER NOT NULL,
    seat INTEGER NOT NULL,
    person BLOB NOT NULL,
    name TEXT NOT NULL,
    partner TEXT NOT NULL,
    presence TEXT NOT NULL,
    came_late INTEGER NOT NULL,
    walked_in INTEGER NOT NULL,
    present_ms INTEGER NOT NULL,
    PRIMARY KEY(stream, seat)
) STRICT, WITHOUT ROWID;

CREATE TABLE p_items(
    stream INTEGER NOT NULL,
    position INTEGER NOT NULL,
    item BLOB NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    objectives TEXT NOT NULL,
    lead TEXT NOT NULL,
    lead_partner TEXT NOT NULL,
    added INTEGER NOT NULL,
    planned_minutes INTEGER NOT NULL,
    allotted_minutes INTEGER NOT NULL,
    used_ms INTEGER NOT NULL,
    extensions INTEGER NOT NULL,
    extended_by_consent INTEGER NOT NULL,
    outcome TEXT,
    opened_at INTEGER,
    opened_offset INTEGER,
    closed_at INTEGER,
    PRIMARY KEY(stream, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE p_turns(
    stream INTEGER NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    seat INTEGER NOT NULL,
    began_at INTEGER NOT NULL,
    began_offset INTEGER NOT NULL,
    length_ms INTEGER NOT NULL,
    PRIMARY KEY(stream, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE p_captures(
    stream INTEGER NOT NULL,
    number INTEGER NOT NULL,
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    word TEXT NOT NULL,
    position INTEGER,
    at INTEGER NOT NULL,
    rule TEXT,
    in_favour INTEGER,
    against INTEGER,
    abstained INTEGER,
    reservations INTEGER NOT NULL,
    PRIMARY KEY(stream, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE p_scores(
    stream INTEGER NOT NULL,
    round TEXT NOT NULL,
    seat INTEGER NOT NULL,
    answer TEXT NOT NULL,
    score INTEGER,
    PRIMARY KEY(stream, round, seat)
) STRICT, WITHOUT ROWID;

CREATE TABLE p_pulse(
    stream INTEGER NOT NULL,
    statement INTEGER NOT NULL,
    text TEXT NOT NULL,
    instrument TEXT NOT NULL,
    answered INTEGER NOT NULL,
    value INTEGER NOT NULL,
    n INTEGER,
    PRIMARY KEY(stream, statement, value)
) STRICT, WITHOUT ROWID;

-- Closed meetings only.
CREATE TABLE p_duties(
    stream INTEGER NOT NULL,
    grp BLOB NOT NULL,
    duty INTEGER NOT NULL,
    person BLOB NOT NULL,
    partner BLOB NOT NULL,
    date TEXT NOT NULL,
    PRIMARY KEY(stream, duty, person, partner)
) STRICT, WITHOUT ROWID;
CREATE INDEX p_duties_group ON p_duties(grp, duty, person, partner, date);

-- What one meeting did with one matter: begins it (begins = 1), or looks at one from earlier.
CREATE TABLE p_touches(
    stream INTEGER NOT NULL,
    matter BLOB NOT NULL,
    begins INTEGER NOT NULL,
    at INTEGER NOT NULL,
    closed INTEGER NOT NULL,  -- the meeting is
    state TEXT NOT NULL,      -- proposed, accepted, done, dropped; open, ended; nothing said: empty
    due TEXT,
    kind INTEGER,             -- from here on for the beginning only
    grp BLOB,
    text TEXT,
    text_person BLOB,
    origin BLOB,
    since TEXT,
    owner BLOB,
    owner_name TEXT,
    owner_partner TEXT,
    carried INTEGER,
    planned_minutes INTEGER,
    objectives TEXT,
    rank INTEGER,             -- its place in its meeting
    PRIMARY KEY(stream, matter, begins)
) STRICT, WITHOUT ROWID;
CREATE INDEX p_touches_matter ON p_touches(matter, begins, at);

-- A matter as it stands: `state` and `due` after all meetings; `offered`, `accepted`, `offered_due` and `carried` after
-- the closed ones, which is what the group's next meeting is offered.
CREATE TABLE p_matters(
    matter BLOB PRIMARY KEY,
    kind INTEGER NOT NULL,
    grp BLOB NOT NULL,
    origin BLOB NOT NULL,
    stream INTEGER NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    text_person BLOB,
    since TEXT NOT NULL,
    owner BLOB,
    owner_name TEXT NOT NULL,
    owner_partner TEXT NOT NULL,
    planned_minutes INTEGER NOT NULL,
    objectives TEXT NOT NULL,
    rank INTEGER NOT NULL,
    state TEXT NOT NULL,
    due TEXT,
    offered INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    offered_due TEXT,
    carried INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX p_matters_offered ON p_matters(grp, at) WHERE offered = 1;
CREATE INDEX p_matters_standing ON p_matters(due) WHERE kind = 0 AND state IN ('proposed', 'accepted');

-- For staff, with sqlite3, R or pandas. Read-only, and an interface: columns are added, not changed. Who said what,
-- access needs and concerns are in none of them.
CREATE VIEW v_meetings AS SELECT
    lower(hex(uid)) AS meeting, date, title, group_name, partnership_name AS partnership, place,
    strftime('%Y-%m-%dT%H:%M:%S', opened_at / 1000 + opened_offset * 60, 'unixepoch') AS opened_local,
    strftime('%Y-%m-%dT%H:%M:%S', closed_at / 1000 + closed_offset * 60, 'unixepoch') AS closed_local,
    strftime('%Y-%m-%dT%H:%M:%SZ', opened_at / 1000, 'unixepoch') AS opened_utc,
    CASE WHEN closed_at IS NULL THEN 'open' ELSE 'closed' END AS state,
    (opened_at - planned_start) / 60000.0 AS start_delay_minutes,
    planned_minutes, buffer_minutes, round(length_ms / 60000.0, 2) AS length_minutes,
    round(rested_ms / 60000.0, 2) AS break_minutes, people, present, decisions, actions, parked, terms, facilitator,
    host, next_date
FROM p_meetings;

CREATE VIEW v_items AS SELECT
    lower(hex(m.uid)) AS meeting, m.date, i.position, i.title, i.kind, i.objectives, i.lead, i.lead_partner, i.added,
    i.planned_minutes, i.allotted_minutes, round(i.used_ms / 60000.0, 2) AS used_minutes, i.extensions,
    i.extended_by_consent, i.outcome,
    strftime('%Y-%m-%dT%H:%M:%S', i.opened_at / 1000 + i.opened_offset * 60, 'unixepoch') AS opened_local
FROM p_items i JOIN p_meetings m USING(stream);

CREATE VIEW v_turns AS SELECT
    lower(hex(m.uid)) AS meeting, m.date, t.number, t.position AS item_position, a.partner, t.seat,
    strftime('%Y-%m-%dT%H:%M:%S', t.began_at / 1000 + t.began_offset * 60, 'unixepoch') AS began_local,
    round(t.length_ms / 1000.0, 1) AS length_seconds
FROM p_turns t JOIN p_meetings m USING(stream) JOIN p_attendance a ON a.stream = t.stream AND a.seat = t.seat;

CREATE VIEW v_attendance AS SELECT
    lower(hex(m.uid)) AS meeting, m.date, a.seat, a.partner, a.presence, a.came_late, a.walked_in,
    round(a.present_ms / 60000.0, 2) AS present_minutes
FROM p_attendance a JOIN p_meetings m USING(stream);

CREATE VIEW v_actions AS SELECT
    lower(hex(x.matter)) AS action, lower(hex(m.uid)) AS meeting, m.date, m.title AS meeting_title, m.group_name,
    x.text AS what, x.owner_name AS owner, x.owner_partner, x.due, x.state, x.carried
FROM p_matters x JOIN p_meetings m USING(stream) WHERE x.kind = 0;

CREATE VIEW v_decisions AS SELECT
    lower(hex(m.uid)) AS meeting, m.date, m.title AS meeting_title, m.group_name, c.number, c.text AS decision,
    i.title AS item, i.objectives, c.rule, c.in_favour, c.against, c.abstained, c.reservations
FROM p_captures c JOIN p_meetings m USING(stream)
LEFT JOIN p_items i ON i.stream = c.stream AND i.position = c.position WHERE c.kind = 'decision';

CREATE VIEW v_scores AS SELECT
    lower(hex(m.uid)) AS meeting, m.date, s.round, a.partner, s.seat, s.answer, s.score
FROM p_scores s JOIN p_meetings m USING(stream) JOIN p_attendance a ON a.stream = s.stream AND a.seat = s.seat;

CREATE VIEW v_pulse AS SELECT
    lower(hex(m.uid)) AS meeting, m.date, p.instrument, p.statement, p.text, p.answered, p.value AS answer, p.n
FROM p_pulse p JOIN p_meetings m USING(stream);
