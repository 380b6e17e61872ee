-- What stays of consultations that were forgotten: no words, no people, no rooms. Days are milliseconds since 1970.
create table statistics (
    id ${identity},
    channel text not null,
    workspace text not null,
    flow text not null,
    state text not null,
    verdict text not null,
    saving text not null,
    opened_on bigint not null,
    changed_on bigint not null,
    forgotten_on bigint not null
);
