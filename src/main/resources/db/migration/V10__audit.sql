-- Who did what and when; no words of consultations, so it may outlive them.
create table audit (
    id ${identity},
    noted_at bigint not null,
    who text not null,
    action text not null,
    place text not null,
    what text not null
);
