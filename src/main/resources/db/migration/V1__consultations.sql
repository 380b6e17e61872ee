-- One text for SQLite and PostgreSQL; ${identity} is what differs. Moments are milliseconds since 1970.
-- A consultation is the list of its entries. What the row beside them says of it is there for lists only.
create table conversations (
    id text not null primary key,
    flow text not null,
    channel text not null,
    workspace text not null,
    room text not null,
    thread text not null,
    details text not null,
    title text not null,
    state text not null,
    verdict text not null,
    headline text not null,
    saving text not null,
    created_at bigint not null,
    updated_at bigint not null,
    version bigint not null
);

create index conversations_by_thread on conversations (channel, workspace, room, thread);

create index conversations_by_change on conversations (channel, workspace, updated_at);

create table entries (
    conversation text not null references conversations (id) on delete cascade,
    position bigint not null,
    channel text not null,
    workspace text not null,
    event_key text not null,
    document text not null,
    primary key (conversation, position),
    unique (channel, workspace, event_key)
);

-- Posts are kept for good; those that wait are the outbox.
create table posts (
    id ${identity},
    conversation text not null references conversations (id) on delete cascade,
    sequence bigint not null,
    entry bigint not null,
    post_key text not null,
    kept_at bigint not null,
    document text not null,
    state text not null check (state in ('waiting', 'sent', 'dropped')),
    attempts integer not null,
    not_before bigint not null,
    leased_until bigint not null,
    reference text not null,
    reason text not null,
    settled_at bigint,
    unique (conversation, sequence)
);

create index posts_waiting on posts (conversation, sequence) where state = 'waiting';

create index posts_by_key on posts (conversation, post_key, sequence);

-- Verified requests that were acknowledged and are not worked off yet, as their adapter wrote them.
create table requests (
    id ${identity},
    channel text not null,
    document text not null,
    arrived_at bigint not null,
    leased_until bigint not null,
    attempts integer not null
);

create index requests_by_lease on requests (channel, leased_until);

create table settings (
    channel text not null,
    workspace text not null,
    room text not null,
    name text not null,
    content text not null,
    primary key (channel, workspace, room, name)
);

-- The document is encrypted, bound to its own key columns, and written in base64.
create table secrets (
    channel text not null,
    workspace text not null,
    kind text not null,
    name text not null,
    document text not null,
    primary key (channel, workspace, kind, name)
);
